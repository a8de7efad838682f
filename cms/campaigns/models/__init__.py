"""Campaigns: a claim and the people who stand for it, and what those people have agreed to."""

from .pages import CampaignPage, TestimonialPage
from .releases import Release
from .submissions import ReleasePeriod, ReleasePurpose, ReleaseWording, Submission

__all__ = ["CampaignPage", "Release", "ReleasePeriod", "ReleasePurpose", "ReleaseWording", "Submission", "TestimonialPage"]
