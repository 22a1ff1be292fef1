"""The records of agreements and of what was discussed, one file each."""

from .agreement import Agreement, Coverage
from .discussion import Discussion
from .edition import AgreementEdition, SphereEdition
from .party import Party
from .signature import Signature
from .sphere import Sphere
from .step import Step

__all__ = [
    "Agreement",
    "AgreementEdition",
    "Coverage",
    "Discussion",
    "Party",
    "Signature",
    "Sphere",
    "SphereEdition",
    "Step",
]
