"""The admin's own rules: its language, its policies, its clothes, and the council's preview."""

import pytest
from django.test import override_settings
from django.urls import reverse

from cms.core.models import CouncilSettings


def test_the_login_is_german_whatever_the_browser_prefers(client, home):
    answer = client.get("/admin/login/", headers={"accept-language": "tr,en;q=0.8"})
    assert 'lang="de"' in answer.content.decode()
    assert "Anmelden" in answer.content.decode()
    assert "Integrationsrat der Stadt Lindenau" in answer.content.decode()


def test_a_new_editor_gets_german_and_may_choose_english(client, editor, home):
    client.force_login(editor)
    assert 'lang="de"' in client.get("/admin/", headers={"accept-language": "en"}).content.decode()
    from wagtail.users.models import UserProfile

    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": "en"})
    editor.refresh_from_db()
    assert 'lang="en"' in client.get("/admin/").content.decode()


def test_the_public_policy_is_strict_and_the_admins_allows_its_inline_code(client, editor, home):
    public = client.get(home.url, follow=True).headers["Content-Security-Policy"]
    assert "unsafe-inline" not in public
    assert "script-src 'self'" in public
    client.force_login(editor)
    admin = client.get("/admin/").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in admin
    assert "default-src 'self'" in admin


def test_every_admin_page_has_the_councils_name_colours_and_mark(client, editor, home):
    CouncilSettings.objects.update(main_colour="#6d3b7c")
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    assert "Integrationsrat Lindenau" in page
    assert "--w-color-primary-hue:286" in page
    assert "img/favicon.svg" in page
    assert "wagtail-logo" not in page


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#000000", "#f5b324", "#0b4f5c"])
def test_any_colour_carries_white_text_in_the_admin(colour):
    import colorsys
    import re

    from cms.core.colours import contrast
    from cms.core.templatetags.admin_tags import admin_theme

    css = admin_theme(CouncilSettings(main_colour=colour))
    for name in ("primary", "secondary"):
        hue, saturation, lightness = (
            float(re.search(rf"--w-color-{name}-{part}:([\d.]+)", css)[1]) for part in ("hue", "saturation", "lightness")
        )
        rgb = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        assert contrast("#ffffff", "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)) >= 4.5


def test_the_councils_settings_can_be_previewed_in_its_colours(client, editor, home):
    site = home.get_site()
    client.force_login(editor)
    council = CouncilSettings.for_site(site)
    fields = [field.name for field in CouncilSettings._meta.fields if field.name not in ("id", "site", "logo")]
    data = {name: getattr(council, name) for name in fields} | {"main_colour": "#ffdd00", "legal_notice": "null", "logo": ""}
    address = reverse("wagtailsettings:preview_on_edit", args=["core", "councilsettings", site.pk])
    assert client.post(address, data).json()["is_valid"]
    answer = client.get(address)
    page = answer.content.decode()
    assert "style-src 'self' 'unsafe-inline'" in answer.headers["Content-Security-Policy"]
    assert "#ffdd00" in page
    assert "Ines Kaltwasser" in page
    assert "post@lindenau.example" in page


@override_settings(DEBUG=False)
@pytest.mark.parametrize("url", ["/admin/api/main/pages/999999/", "/admin/pages/999999/edit/"])
def test_a_missing_page_in_the_admin_is_a_404_and_no_redirect_into_german(client, editor, home, url):
    client.force_login(editor)
    assert client.get(url).status_code == 404
