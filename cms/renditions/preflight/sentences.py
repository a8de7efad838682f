"""The sentences of all findings by group and code. A pair: without and with a name. Placeholders are a finding's details."""

from django.utils.translation import gettext_noop as _

FILE = {
    "damaged": _("The file is damaged ({detail}). Save it again from the program it was made with."),
    "too-much": _("The file could not be checked to the end: {what}. Make it again with fewer or smaller parts."),
    "encrypted": _("The file is protected with a password. Save it again without protection."),
    "no-pages": _("The file has no pages. Save it again from the program it was made with."),
    "script": _("The file contains a program (JavaScript). Save it again as plain PDF/X."),
    "action": _("The file starts something by itself when it is opened. Save it again as plain PDF/X."),
    "form-field": _("The file contains form fields. Save it again with the form flattened."),
    "attachment": _("Other files are attached to it. Save it again without attachments."),
    "external": _(
        "Part of the file lies somewhere else and would be missing at the printer. Embed everything and save it again."
    ),
    "postscript": _("The file contains PostScript, which printers refuse. Save it again as PDF/X-4."),
    "transfer": _("The file changes the printing machine's tones by itself (transfer curve). Save it again without."),
    "annotation": _("There is a link, comment or field ({kind}) on the printed area. Remove it."),
    "layers": _("The file has layers: the printer might show or hide the wrong ones. Flatten them."),
    "id-missing": _("The file has no identifier, which PDF/X asks for. Save it again as PDF/X."),
    "trapped-missing": _("The file does not say whether it is trapped, which PDF/X asks for. Save it again as PDF/X."),
    "dates-missing": _("The file does not say when it was made, which PDF/X asks for. Save it again as PDF/X."),
    "version": _("The file is written in PDF {found}; {variant} allows PDF {wanted} at most. Save it again as {variant}."),
    "standard-missing": _("The file does not say that it is {wanted}. Save it again as {wanted}."),
    "standard-other": _("The file says that it is {found}; {wanted} was asked for. Save it again as {wanted}."),
}

GEOMETRY = {
    "trim-missing": _("The page does not say where it is cut (TrimBox). Save it again with its trim size."),
    "trim-size": _(
        "The page is {width} × {height} mm; the format is {wanted_width} × {wanted_height} mm. Make it in the right format."
    ),
    "boxes": _("Trim, bleed and sheet do not lie within one another. Save the file again with its trim size and bleed."),
    "bleed": _("The bleed is {found} mm; the printer needs {wanted} mm on all sides. Save it again with {wanted} mm of bleed."),
    "rotated": _("The page is turned. Save it upright, so that it is not printed lying on its side."),
    "user-unit": _("The page is enlarged by a factor that many machines ignore. Save it at its real size."),
    "page-multiple": _("A folded paper needs a multiple of {multiple} pages. Add pages or take some out until the number fits."),
    "one-page-only": _("An advertisement is one page; the file has {count}. Upload one file for each advertisement."),
    "page-order": _("The page is called {label} and stands after page {before}. Put the pages into their order."),
    "page-empty": _("The page is empty. Fill it or take it out."),
    "short-of-bleed": _(
        "A picture or area touches the edge but reaches only {found} mm beyond it: a white line may show after cutting. "
        "Let it run {wanted} mm over the edge."
    ),
    "text-cut": _("Type runs over the edge and is cut off. Move it in, or make sure that this is meant."),
    "text-near-edge": _("Type stands {found} mm from the edge and may be cut off. Keep {safe} mm."),
    "text-near-spine": _("Type stands so near the fold that it is hard to read. Move it outwards."),
    "text-over-fold": _("Type runs across a fold. Move it into one panel."),
    "marks-in-bleed": _("Crop or fold marks stand in the bleed and may show after cutting. Move them out or leave them off."),
}

COLOUR = {
    "intent-missing": _("The file does not say for which paper its inks are meant (output intent). Save it again as PDF/X."),
    "intent-damaged": _("The colour profile of the file is missing or damaged. Save it again with the printer's profile."),
    "intent-no-ink": _("The colour profile of the file is not one for printing inks ({found}). Choose the printer's profile."),
    "intent-other": _("The file is made for {found}, the printer prints {wanted}. Make it again with the printer's profile."),
    "rgb": _("Screen colours (RGB) are used for {what}. Change them to printing inks (CMYK)."),
    "light-device-independent": _(
        "Colours for {what} are left for the printer to convert. Change them to printing inks (CMYK) yourself."
    ),
    "profile-damaged": _("The colour profile of {what} is damaged. Save the file again."),
    "spot-colour": _(
        "The spot colour “{name}” is used: it costs a printing plate. Change it to CMYK, or agree it with the printer."
    ),
    "registration-colour": _(
        "The colour “registration” is used on the page: it prints all inks at once. Change it to black (only K)."
    ),
    "white-overprints": _("Something white is set to overprint and will be invisible. Switch overprinting off for it."),
    "black-rich": _("Small type is mixed from several inks ({inks}) and will look blurred. Set it in black only (0/0/0/100)."),
    "black-knocks-out": _(
        "Black type on colour does not overprint: fine white edges may show. Switch overprinting on for black type."
    ),
    "tint-pale": _("A tint of {found} % is so pale that it may not be seen in print. Use 3 % or more, or leave it white."),
    "gradient-broken": _("A gradient does not fit its colours and may be missing in print. Replace it by a plain colour."),
    "gradient-mesh": _(
        "A gradient over a mesh of colours is used, which older machines draw in steps. Ask the printer, or make it a picture."
    ),
    "blend-space": _("Transparent parts are mixed in screen colours (RGB). Save the file again with CMYK as blending space."),
    "transparency": _("Transparent parts are used, which {variant} does not know. Choose PDF/X-4, or remove the transparency."),
    "ink": _(
        "Up to {found} % of ink lie here; the paper takes {wanted} %. Use a lighter colour or picture, or convert it with the "
        "printer's profile."
    ),
    "ink-unmeasured": _("The amount of ink could not be measured ({detail}). Ask the printer to look at it."),
}

PICTURES = {
    "picture-coarse": (
        _(
            "A picture has only {found} ppi here ({width} × {height} mm). Take a larger one or set it smaller; "
            "{wanted} ppi are good."
        ),
        _(
            "The picture “{name}” has only {found} ppi here ({width} × {height} mm). Take a larger one or set it smaller; "
            "{wanted} ppi are good."
        ),
    ),
    "picture-soft": (
        _("A picture has {found} ppi here and may look soft. {wanted} ppi are good: take a larger one or set it smaller."),
        _(
            "The picture “{name}” has {found} ppi here and may look soft. {wanted} ppi are good: take a larger one or set it "
            "smaller."
        ),
    ),
    "picture-waste": (
        _("A picture has {found} ppi here, more than can be printed. Make it smaller, so that the file stays light."),
        _("The picture “{name}” has {found} ppi here, more than can be printed. Make it smaller, so that the file stays light."),
    ),
    "line-art-coarse": (
        _("A black and white drawing has {found} ppi here and will show steps. Scan it with {wanted} ppi or more."),
        _("The drawing “{name}” has {found} ppi here and will show steps. Scan it with {wanted} ppi or more."),
    ),
    "picture-stretched": (
        _("A picture is stretched by {share} %. Keep its proportions."),
        _("The picture “{name}” is stretched by {share} %. Keep its proportions."),
    ),
    "picture-huge": _("A picture has {width} × {height} px, more than can be handled. Make it smaller."),
    "picture-rgb": (
        _("A picture is in screen colours (RGB). Convert it with the printer's profile."),
        _("The picture “{name}” is in screen colours (RGB). Convert it with the printer's profile."),
    ),
    "picture-light": (
        _("A picture is left for the printer to convert to inks. Convert it with the printer's profile."),
        _("The picture “{name}” is left for the printer to convert to inks. Convert it with the printer's profile."),
    ),
    "picture-alpha": (
        _("A picture has transparent parts. Nothing to do; some older printers want it on a ground of its own."),
        _("The picture “{name}” has transparent parts. Nothing to do; some older printers want it on a ground of its own."),
    ),
    "picture-damaged": (
        _("A picture is damaged: part of it will be missing. Insert it again."),
        _("The picture “{name}” is damaged: part of it will be missing. Upload it again."),
    ),
    "picture-artefacts": (
        _("A picture was saved with so low a quality ({quality} of 100) that blocks show. Take the original."),
        _("The picture “{name}” was saved with so low a quality ({quality} of 100) that blocks show. Take the original."),
    ),
    "picture-not-loaded": _("A picture could not be loaded and is missing. Upload it again or choose another. ({detail})"),
}

TYPE = {
    "glyph-missing": _("{letters} characters are missing in the font and show as empty boxes. Choose other characters."),
    "font-missing": _("The font “{font}” is not in the file: other letters would be printed. Embed it and save the file again."),
    "font-foreign": _(
        "The font “{font}” stepped in, because the designed fonts lack a character. Replace the unusual character in this place."
    ),
    "font-not-loaded": _("A font could not be loaded. Please tell your administrator. ({detail})"),
    "type-small": _("Type of {found} pt is too small to be printed well. Set it in {wanted} pt or more."),
    "type-small-white": _("White type of {found} pt fills with ink. Set it in {wanted} pt or more, or on a light ground."),
    "type-light-white": _("White type in so light a face as “{font}” fills with ink at {found} pt. Set it bolder or larger."),
    "line-thin": _("A line of {found} pt is too thin to be printed. Make it {wanted} pt or more."),
    "line-thin-white": _("A white line of {found} pt fills with ink. Make it {wanted} pt or more."),
    "rivers": _("White gaps run through {lines} lines. Set the text ragged, or hyphenate it."),
    "hyphen-ladder": _("{lines} lines below one another end with a hyphen. Reword one of them."),
    "qr-small": _("The QR code is {found} mm wide; not every telephone reads less than {wanted} mm. Make it larger."),
    "qr-quiet": _("Something stands too near the QR code: leave {wanted} mm of white around it, so that telephones find it."),
    "qr-pale": _("The QR code is too pale to be read. Print it in black or a dark colour."),
}

ACCESSIBILITY = {
    "title-missing": _("The file has no title. Give the page a title and make the file again."),
    "language-missing": _(
        "The file does not say its language: screen readers pronounce it wrongly. Make it again with its language."
    ),
    "untagged": _("The file has no structure for screen readers. Make it again as tagged PDF."),
    "alt-missing": _("{count} pictures have no description. Describe what they show, or mark them as decoration."),
    "heading-jump": _("A heading of level {level} follows level {before}. Choose the next level, so that nobody gets lost."),
    "headings-missing": _("The text has no headings. Add some, so that screen readers can jump through it."),
    "table-headless": _("A table has no head. Mark its first row or column as head."),
    "link-text": _("A link is called “{words}”. Say where it leads."),
    "contrast": _(
        "Type stands out from its ground by only {found} : 1; {wanted} : 1 is needed to be read. Choose a darker or a lighter "
        "colour."
    ),
    "reading-order": _("Something of this page is read aloud after page {after}. Put the texts into the order of the pages."),
    "bookmarks-missing": _("So long a file needs bookmarks. Make it again with bookmarks for its headings."),
}

LAYOUT = {
    "overset": (
        _("{lines} lines too long: cut about {letters} characters."),
        _("“{frame}” is {lines} lines too long: cut about {letters} characters."),
    ),
    "overset-wide": (
        _("Something sticks out of its frame by {found} mm. Shorten the longest word or take a smaller picture."),
        _("In “{frame}” something sticks out by {found} mm. Shorten the longest word or take a smaller picture."),
    ),
}

CONTENT = {
    "credit-missing": _("The picture “{name}” has no credit, which the law asks for. Enter who took or drew it."),
    "credit-unprinted": _(
        "The credit of the picture “{name}” ({credit}) is not printed. Name it in the legal notice or beside the picture."
    ),
    "description-missing": _("The picture “{name}” has no description for people who cannot see it. Enter one."),
    "placeholder": _("“{words}” looks like a placeholder. Replace it by the real text."),
    "legal-responsible": _("Nobody is named as responsible (V.i.S.d.P.). Enter name and address in the council's settings."),
    "legal-publisher": _("The publisher is missing. Enter it in the council's settings."),
    "legal-printer": _("The printer is not named, as press law asks. Enter it in the council's settings."),
    "legal-unprinted": _("The responsible person (V.i.S.d.P.) is not named on this piece. Add a legal notice."),
    "qr-unknown": _("The QR code leads to {url}, which does not exist. Choose its target again."),
    "qr-unpublished": _("The QR code leads to “{title}”, which is not published. Publish that page first."),
    "qr-invalid": _("The QR code leads to “{url}”, which is not a web address. Write it with https://"),
    "event-past": _("“{title}” was on {date}. Take it out or correct the date."),
    "event-no-date": _("The event has no date. Enter at least one."),
    "untranslated": _("{count} texts are not translated yet. Translate them, or people read German here."),
    "same-as-source": _("“{words}” is the same as in German. Translate it, or confirm that it is meant."),
    "translation-outdated": _("The German text was changed after it was translated. Bring the translation up to date."),
    "release-missing": _("{name} has not agreed to be shown ({medium}) yet. Ask for the release first."),
    "release-withdrawn": _("{name} has withdrawn the release. Nothing with this person may be printed."),
    "release-expired": _("The release of {name} has expired. Ask again."),
    "release-medium": _("{name} has not agreed to this medium ({medium}). Ask, or choose another."),
    "release-left-out": _("{name} is left out of the mail: there is no release for it ({medium})."),
    "release-nobody": _("Nobody has agreed to be shown here ({medium}). Ask for releases first."),
}

GROUPS = {
    "content": CONTENT,
    "layout": LAYOUT,
    "geometry": GEOMETRY,
    "pictures": PICTURES,
    "colour": COLOUR,
    "type": TYPE,
    "accessibility": ACCESSIBILITY,
    "file": FILE,
}
SENTENCES = {code: text for group in GROUPS.values() for code, text in group.items()}
GROUP_OF = {code: name for name, group in GROUPS.items() for code in group}
