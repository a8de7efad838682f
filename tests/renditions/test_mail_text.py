"""The plain text of a mail fits a screen and keeps addresses whole."""

from cms.renditions.text import WIDTH, tidy

ADDRESS = "https://lindenau.example/" + "sehr-langer-weg-" * 8


def test_lines_are_wrapped_and_addresses_stay_whole():
    out = tidy("Wort " * 60 + ADDRESS + " Ende")
    assert all(len(line) <= WIDTH or line == ADDRESS for line in out.splitlines())
    assert ADDRESS in out.splitlines()


def test_list_items_hang_under_their_text():
    lines = tidy("- " + "Wort " * 30).splitlines()
    assert lines[0].startswith("- W") and lines[1].startswith("  W")
    numbered = tidy("12. " + "Wort " * 30).splitlines()
    assert numbered[1].startswith("    W")


def test_blank_lines_never_pile_up():
    assert tidy("\n\n\nEins\n \n\n\nZwei  \r\n\n") == "Eins\n\nZwei\n"


def test_words_that_belong_together_stay_together():
    line = "x" * (WIDTH - 4) + " z.\u00a0B.\u00a0so"
    assert "z.\u00a0B.\u00a0so" in tidy(line).splitlines()


def test_what_looks_like_an_entity_is_left_alone():
    assert tidy("https://a.example/?a=1&copy=2&amp=3") == "https://a.example/?a=1&copy=2&amp=3\n"


def test_arabic_is_wrapped_at_words():
    words = "في حدائق سكة القطار يملأ الجميع أباريقهم من صنبور واحد " * 4
    assert tidy(words).split() == words.split()
