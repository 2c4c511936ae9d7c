package dev.tegami.mime.report;

import dev.tegami.mime.Header;
import org.jspecify.annotations.Nullable;

/** A group of fields in a report. Immutable; two of one kind are equal if the names and values of their fields are. */
public abstract sealed class FieldGroup permits DispositionNotification, Feedback, RecipientStatus {
    final ReportFields fields;

    FieldGroup(ReportFields fields) {
        this.fields = fields;
    }

    /**
     * Gives all fields as they stand, those that no method names among them.
     *
     * @return the fields
     */
    public Header fields() {
        return fields.header();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldGroup group && group.getClass() == getClass() && group.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Gives all fields as they stand. */
    @Override
    public String toString() {
        return fields.toString();
    }
}
