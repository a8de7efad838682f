"""Forms and what people send through them: contact, volunteers, ideas, surveys; calls with a jury are in calls.py."""

from .forms import ConsentWording, Form, FormPage
from .pages import ContactFormPage, IdeaBoxPage, VolunteerPage
from .submissions import Idea, IdeaWording, Message, Step, Submission, Volunteer
from .surveys import SurveyAnswer, SurveyCode, SurveyPage

__all__ = [
    "ConsentWording",
    "ContactFormPage",
    "Form",
    "FormPage",
    "Idea",
    "IdeaBoxPage",
    "IdeaWording",
    "Message",
    "Step",
    "Submission",
    "SurveyAnswer",
    "SurveyCode",
    "SurveyPage",
    "Volunteer",
    "VolunteerPage",
]
