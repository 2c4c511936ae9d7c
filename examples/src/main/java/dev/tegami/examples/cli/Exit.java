package dev.tegami.examples.cli;

import dev.tegami.MailException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the tool's exit codes mean; scripts depend on them. */
public final class Exit {
    /** Done. */
    public static final int DONE = 0;
    /** Done, and the answer is no: not trusted, not decrypted, some recipients refused, nothing found. */
    public static final int NO = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** A file cannot be read or written. */
    public static final int FILES = 3;
    /** It cannot be done, and trying again does not help: refused by the server, a limit, a message that is not fit. */
    public static final int REFUSED = 4;
    /** It did not work this time: the server cannot be reached, was silent, or asks to come again. */
    public static final int LATER = 5;
    /** An error of the program itself. */
    public static final int BUG = 70;

    private Exit() {}

    static int of(Throwable error) {
        if (error instanceof MailException mail) {
            return mail.isTransient() ? LATER : REFUSED;
        }
        return error instanceof IOException || error instanceof UncheckedIOException ? FILES : BUG;
    }
}
