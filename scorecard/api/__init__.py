"""The pipelines written out: what each verb needs from the others is handed over here."""
