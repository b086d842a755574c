"""What happened to a record, said inside the transaction in which it happened.

``record_changed`` and ``record_removed`` are sent by ``Record`` after its children are
stored; ``terms_changed`` by vocabularies. A receiver that raises undoes the change.
"""

from django.dispatch import Signal

record_changed = Signal()
record_removed = Signal()
terms_changed = Signal()
