"""Campaigns: a claim and the people who stand for it, what those people have agreed to, and what residents send in."""

from .campaign import CampaignPage
from .evidence import ReleaseEvent
from .releases import Approval, Release
from .submissions import ReleasePeriod, ReleasePurpose, ReleaseWording, Submission
from .testimonial import TestimonialPage

__all__ = [
    "Approval",
    "CampaignPage",
    "Release",
    "ReleaseEvent",
    "ReleasePeriod",
    "ReleasePurpose",
    "ReleaseWording",
    "Submission",
    "TestimonialPage",
]
