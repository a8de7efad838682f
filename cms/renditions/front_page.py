"""Page 1: the opening of the lead story as far as it fits, the rest of the page for the cover. Part of Composition."""

from xml.etree.ElementTree import Element

from .measure import Measures, add_class, find, find_all, has_class, split_by_lines, whole
from .sheet import LINE_MM, Sheet

NAMEPLATE = 0.319  # height of nameplate and subtitle as a share of the page's width, as in paper.css


class FrontPage:
    body: Element
    sheet: Sheet
    columns: int

    def _set_front(self, measures: Measures) -> None:
        """Fill page 1: the opening of the lead story as far as it fits, the rest of the page to the cover picture."""
        front = find(self.body, "front")
        if front is None:
            return
        opening, river, cover = find(front, "opening"), find(front, "river"), find(front, "cover")
        lines = (self.sheet.height - NAMEPLATE * self.sheet.width - self.sheet.bottom + 2) / LINE_MM
        beside = whole(measures.lines(river)) if self.columns > 1 else 0
        least = whole(lines * 0.34) if cover is not None else 0
        most = whole(lines * 0.62) if cover is not None else 0
        caption = whole(measures.lines(find(front, "cover-caption"))) if cover is not None else 0
        room = lines - caption - 1
        head = self._opening_head(opening, measures)
        text_lines = max(8 if cover is not None else 20, beside - head, round(room - least * 1.45 - head))
        text_lines = max(4, min(text_lines, int(room - least - head)))
        used = self._jump(opening, measures, lines=text_lines)
        if cover is not None:
            height = int(room - max(head + used, beside))
            cover.set("style", f"--cover:{max(least, min(most, height))}")

    def _opening_head(self, opening: Element | None, measures: Measures) -> int:
        return (
            whole(measures.lines(find(opening, "head")) + measures.lines(find(opening, "standfirst")))
            if opening is not None
            else 0
        )

    def _jump(self, opening: Element | None, measures: Measures, *, lines: int) -> int:
        """Move the beginning of the lead story to page 1. Returns how many lines deep it stands there."""
        lead = next((story for story in find_all(self.body, "story") if has_class(story, "lead")), None)
        if opening is None or lead is None:
            return 0
        target, source = find(opening, "text"), find(lead, "text")
        columns = max(1, self.columns - 1)
        capacity, used = columns * lines - 1, 0
        while len(source):
            part = source[0]
            texts = measures.line_texts(part)
            heading = has_class(part, "cross")
            if not texts or (part.tag != "p" and not heading) or (heading and capacity - used < 8):
                break
            if used + len(texts) > capacity:
                pieces = None
                if capacity - used >= 4:
                    pieces = split_by_lines(part, texts, keep=capacity - used, at_sentence=bool(len(target)))
                if pieces:
                    target.append(pieces[0])
                    source[0] = pieces[1]
                    used = capacity
                break
            source.remove(part)
            target.append(part)
            used += len(texts)
        if len(target) and has_class(target[-1], "cross"):
            source.insert(0, target[-1])
            target.remove(target[-1])
        self._link_jump(opening, lead, source, target)
        return -(-(used + 1) // columns)

    def _link_jump(self, opening: Element, lead: Element, source: Element, target: Element) -> None:
        """“Continued on page …” at the end of what stands on page 1, or nothing if that was all."""
        jump = find(opening, "jump")
        if len(source) or find(lead, "pic") is not None or find(lead, "box") is not None:
            add_class(lead, "jumped") if len(target) else None
            if jump is not None and not len(target):
                add_class(jump, "alone")
            elif jump is not None and len(target):
                last = target[-1]
                link = jump[0]
                link.set("class", "jump-link")
                spacer = Element("span")
                spacer.text = " "
                last.append(spacer)
                last.append(link)
                opening.remove(jump)
            return
        opening.set("id", lead.get("id") or "")
        opening.remove(jump) if jump is not None else None
        find(self.body, "stories").remove(lead)
