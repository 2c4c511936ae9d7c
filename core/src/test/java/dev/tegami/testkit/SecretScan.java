package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Trace;
import dev.tegami.net.TraceEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Looks for a secret where none may be: give {@link #trace()} to the connection, and each exception to {@link
 * #see(Throwable)}, then {@link #assertNothingLeaked()}.
 */
public final class SecretScan {
    private final List<String> secrets = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    /**
     * Looks for secrets, their UTF-8 base64, and the base64 of any alignment within a longer text.
     *
     * @param secret the secrets, of at least six characters
     */
    public SecretScan(String... secret) {
        for (String each : secret) {
            secrets.add(each);
            byte[] octets = each.getBytes(StandardCharsets.UTF_8);
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[octets.length + shift];
                System.arraycopy(octets, 0, shifted, shift, octets.length);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                secrets.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
            }
        }
    }

    /** A trace that is searched. */
    public Trace trace() {
        return this::see;
    }

    private void see(TraceEvent event) {
        seen.add(event.toString());
    }

    /** Searches an exception with all its causes. */
    public void see(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        seen.add(text.toString());
    }

    /** Searches a text. */
    public void see(String text) {
        seen.add(text);
    }

    /** All that was seen, in order. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    /** Fails if a secret showed, or if nothing was looked at. */
    public void assertNothingLeaked() {
        assertThat(seen).isNotEmpty();
        for (String text : seen) {
            assertThat(text).doesNotContain(secrets);
        }
    }
}
