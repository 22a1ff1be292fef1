"""The editors' desk: from records to what an editor sees and writes. Names no record; the admin packages do."""
