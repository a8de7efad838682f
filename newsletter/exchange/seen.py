"""Which fingerprints a long file has shown already, in 16 bytes each instead of a hundred."""

from array import array


class Seen:
    """A set of 64-bit numbers with open addressing; grows by doubling."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._used = 0

    def add(self, digest: str) -> bool:
        """True if this fingerprint (hexadecimal) is new."""
        number = int(digest[:16], 16) or 1
        if not self._put(self._slots, number):
            return False
        self._used += 1
        if self._used * 2 > len(self._slots):
            self._grow()
        return True

    @staticmethod
    def _put(slots: array, number: int) -> bool:
        mask = len(slots) - 1
        place = number & mask
        while slots[place]:
            if slots[place] == number:
                return False
            place = (place + 1) & mask
        slots[place] = number
        return True

    def _grow(self) -> None:
        larger = array("Q", bytes(16 * len(self._slots)))
        for number in self._slots:
            if number:
                self._put(larger, number)
        self._slots = larger
