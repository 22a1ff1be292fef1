"""How many of some rows have each key of some parameters: {"country": {"azerbaijan": 12, …}, …} in one query.

PostgreSQL unnests the arrays of the rows; SQLite reads the ranges of its link table that those parameters take up.
"""

from django.core.exceptions import EmptyResultSet
from django.db import connections

from .keys import link_table

# The character after "=", which ends the range of all keys that begin with "parameter=".
AFTER_EQUALS = ">"


def key_counts(rows, parameters):
    """Return {parameter: {value: number of rows}} for some rows (an unordered queryset of editions)."""
    counts = {parameter: {} for parameter in parameters}
    if not counts:
        return counts
    connection = connections[rows.db]
    counted = {"postgresql": _in_arrays, "sqlite": _in_links}[connection.vendor]
    try:
        sql, params = counted(rows, parameters, connection.ops.quote_name)
    except EmptyResultSet:
        return counts
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        for key, count in cursor.fetchall():
            parameter, _, value = key.partition("=")
            counts[parameter][value] = count
    return counts


def _in_arrays(rows, parameters, quote):
    inner, params = rows.order_by().values("keys").query.sql_with_params()
    sql = (
        f"SELECT one, COUNT(*) FROM ({inner}) AS asked, unnest(asked.{quote('keys')}) AS one "
        "WHERE split_part(one, '=', 1) = ANY(%s::text[]) GROUP BY one"
    )
    return sql, [*params, list(parameters)]


def _in_links(rows, parameters, quote):
    inner, params = rows.order_by().values("pk").query.sql_with_params()
    ranges = " OR ".join(['("key" >= %s AND "key" < %s)'] * len(parameters))
    ends = [f"{parameter}{end}" for parameter in parameters for end in ("=", AFTER_EQUALS)]
    sql = (
        f'SELECT "key", COUNT(*) FROM {quote(link_table(rows.model))} '
        f'WHERE ({ranges}) AND "record_id" IN ({inner}) GROUP BY "key"'
    )
    return sql, [*ends, *params]
