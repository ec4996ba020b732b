"""Whether a form that is handed in is the one of this assignment, in the version that counts."""

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog


def other_form(
    form: ShopForm, start: ShopLog, *, form_hash: str | None, shop: str | None
) -> tuple[str, str, str] | None:
    """What makes it another form: the key that says so, the message, the remedy; None for this one.

    Args:
        form: of the assignment.
        start: its draft.
        form_hash: the version that the file names; None or empty where it names none.
        shop: the assignment that the file names; the same.
    """
    if shop and shop != start.shop:
        message = f"this is the form of the shop '{shop}', not of '{start.shop}'"
        return "shop", message, f"name the shop: qa shop log {shop} --from FILE --by NAME"
    if form_hash and form_hash != form.hash:
        message = f"this form was made for another version of the scenario '{form.scenario}'"
        remedy = f"write a new one and copy your notes over: qa shop form {start.shop} --to FILE"
        return "form", message, remedy
    return None
