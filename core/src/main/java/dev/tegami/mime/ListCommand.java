package dev.tegami.mime;

/** What a field of RFC 2369 offers about a mailing list. */
public enum ListCommand {
    /** How to get help. */
    HELP("List-Help"),
    /** How to leave. */
    UNSUBSCRIBE("List-Unsubscribe"),
    /** How to join. */
    SUBSCRIBE("List-Subscribe"),
    /** How to write to it. */
    POST("List-Post"),
    /** Who answers for it. */
    OWNER("List-Owner"),
    /** Where its letters are kept. */
    ARCHIVE("List-Archive");

    private final String field;

    ListCommand(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
