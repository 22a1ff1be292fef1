import csv
import io

from django.http import StreamingHttpResponse


def csv_of(listing, reading, base):
    def gen():
        out = io.StringIO()
        w = csv.writer(out, lineterminator="\n")
        w.writerow(listing.column_names())
        for row in reading.rows():
            w.writerow(
                ["; ".join(v) if isinstance(v, list) else v for v in (c.of(row) for c in listing.columns)]
            )
        yield "\ufeff" + out.getvalue()

    return StreamingHttpResponse(gen(), content_type="text/csv; charset=utf-8")
