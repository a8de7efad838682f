"""Forms and what people send through them: contact, volunteers, ideas, surveys; calls with a jury are in calls.py."""

from .calls import Application, ApplicationFile, CallPage, Jury, Verdict
from .forms import ConsentWording, Form, FormPage
from .pages import ContactFormPage, IdeaBoxPage, VolunteerPage
from .submissions import Idea, IdeaWording, Message, Step, Submission, Volunteer
from .surveys import SurveyAnswer, SurveyCode, SurveyPage

__all__ = [
    "Application",
    "ApplicationFile",
    "CallPage",
    "ConsentWording",
    "ContactFormPage",
    "Form",
    "FormPage",
    "Idea",
    "IdeaBoxPage",
    "IdeaWording",
    "Jury",
    "Message",
    "Step",
    "Submission",
    "SurveyAnswer",
    "SurveyCode",
    "SurveyPage",
    "Verdict",
    "Volunteer",
    "VolunteerPage",
]
