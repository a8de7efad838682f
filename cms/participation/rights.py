"""Who in the office may read what people sent: the permission for all, and for each form the groups chosen for it."""

from django.db.models import Q, QuerySet

from .models import Form

MAY_READ = "participation.view_submission"
MAY_ACT = "participation.change_submission"
MAY_EXPORT = "participation.export_submission"
MAY_SET_READERS = "auth.change_group"  # whoever says who belongs to which group


def readable_forms(user) -> QuerySet[Form]:
    if not user.has_perm(MAY_READ):
        return Form.objects.none()
    if user.is_superuser:
        return Form.objects.all()
    mine = Q(groups__isnull=True) | Q(groups__in=user.groups.all())
    return Form.objects.filter(pk__in=Form.objects.filter(mine).values("pk"))


def readable(queryset: QuerySet, user) -> QuerySet:
    """Those rows of anything with a `form` that this user may read."""
    return queryset.filter(form__in=readable_forms(user))
