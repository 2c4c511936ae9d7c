package dev.tegami.mime;

/** How urgent a message is, in the three fields that programs look at: Importance, Priority and X-Priority. */
public enum Priority {
    /** Before others. */
    HIGH("high", "urgent", "1"),
    /** As any other message; what a message without these fields has. */
    NORMAL("normal", "normal", "3"),
    /** After others. */
    LOW("low", "non-urgent", "5");

    private final String importance;
    private final String priority;
    private final String number;

    Priority(String importance, String priority, String number) {
        this.importance = importance;
        this.priority = priority;
        this.number = number;
    }

    Field[] fields() {
        return new Field[] {
            Field.structured("Importance", importance),
            Field.structured("Priority", priority),
            Field.structured("X-Priority", number)
        };
    }
}
