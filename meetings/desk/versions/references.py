"""Where the references of an old version lead today: to the same record, to the one it was merged into, or nowhere."""

from ...models import Merge


def heirs_of(model, keys):
    """Return {key: key of the survivor} of those among `keys` that were absorbed, through later merges too."""
    found, asked = {}, set(keys)
    while asked:
        merges = dict(Merge.objects.of(model).filter(gone_key__in=asked).values_list("gone_key", "kept_key"))
        found = {first: merges.get(kept, kept) for first, kept in found.items()}
        found |= {gone: kept for gone, kept in merges.items() if gone in keys}
        asked = set(merges.values())
    return found


class References:
    """Looks up the targets of references, all of one kind at once. `wanted` is {model: set of keys}."""

    def __init__(self, wanted):
        self._there, self._heirs = {}, {}
        for model, keys in wanted.items():
            there = self._existing(model, keys)
            heirs = heirs_of(model, keys - there)
            self._there[model] = there | self._existing(model, set(heirs.values()))
            self._heirs[model] = heirs

    @staticmethod
    def _existing(model, keys):
        return set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))

    def today(self, model, key):
        """Return the key that stands for `key` today, or None when the record is gone."""
        heir = self._heirs[model].get(key, key)
        return heir if heir in self._there[model] else None
