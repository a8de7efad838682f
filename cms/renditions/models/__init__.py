"""Print files, packages, printers with their demands, newspapers with their columns, ready-made advertisements, proofs."""

from .keeping import Kept, refuse_to_delete_released
from .packages import Package, PackageItem
from .print_files import MAX_ATTEMPTS, PRINTED_AS, PrintFile, print_storage
from .printers import Newspaper, PrinterProfile, icc_storage
from .proofs import ProofApprovalTask, ProofState
from .ready_made import ReadyMadeAd

__all__ = [
    "MAX_ATTEMPTS",
    "PRINTED_AS",
    "Kept",
    "Newspaper",
    "Package",
    "PackageItem",
    "PrintFile",
    "PrinterProfile",
    "ProofApprovalTask",
    "ProofState",
    "ReadyMadeAd",
    "icc_storage",
    "print_storage",
    "refuse_to_delete_released",
]
