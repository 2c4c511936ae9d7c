package dev.tegami;

/** An input was larger than a limit of ours allows. The limit is named, so that a caller who trusts the input can raise it. */
public class LimitExceeded extends MailException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long value;

    /**
     * Creates the error.
     *
     * @param limit the name of the limit, as its option is called
     * @param value the value it had
     * @param advice what the caller can do next
     */
    public LimitExceeded(String limit, long value, String advice) {
        super("limit " + limit + " = " + value + " exceeded", false, advice);
        this.limit = limit;
        this.value = value;
    }

    /**
     * Names the limit.
     *
     * @return the name, as its option is called
     */
    public String limit() {
        return limit;
    }

    /**
     * Tells the value the limit had.
     *
     * @return the value, in the limit's own unit
     */
    public long value() {
        return value;
    }
}
