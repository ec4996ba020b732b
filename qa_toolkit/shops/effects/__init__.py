"""What final shops say together: scorecards → figures with intervals."""

from qa_toolkit.shops.effects.announced import compared, total_compared
from qa_toolkit.shops.effects.leniency import shopper_effects
from qa_toolkit.shops.effects.locations import at_locations

__all__ = ["at_locations", "compared", "shopper_effects", "total_compared"]
