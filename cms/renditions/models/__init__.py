"""Print files, printers with their demands, newspapers with their columns."""

from .print_files import MAX_ATTEMPTS, PRINTED_AS, PrintFile, print_storage
from .printers import Newspaper, PrinterProfile, icc_storage

__all__ = ["MAX_ATTEMPTS", "PRINTED_AS", "Newspaper", "PrintFile", "PrinterProfile", "icc_storage", "print_storage"]
