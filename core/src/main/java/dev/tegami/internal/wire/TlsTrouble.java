package dev.tegami.internal.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What a failed handshake was about, as far as its text tells, and what to do next. */
final class TlsTrouble {
    private static final Pattern CHOSEN = Pattern.compile("selected protocol version (\\S+)");

    private final String text;

    TlsTrouble(SSLException failure) {
        this.text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    String reason() {
        Matcher chosen = CHOSEN.matcher(text);
        if (chosen.find()) {
            return "the server wants " + dotted(chosen.group(1)) + ", the least here is TLS 1.2 (" + text + ")";
        }
        if (isPlaintext()) {
            return "the server does not begin with TLS (" + text + ")";
        }
        return isVersion() ? "the server speaks none of the versions offered, TLS 1.2 and 1.3 (" + text + ")" : text;
    }

    String advice() {
        if (isVersion()) {
            return "older versions protect nothing any more, and no option allows them: have the server updated";
        }
        if (isPlaintext()) {
            return "use startTls(), or the port where this protocol begins with TLS";
        }
        if (text.contains("handshake_failure") || text.contains("cipher")) {
            return "server and client share no cipher suite or key exchange, or the server wants a client certificate";
        }
        return "check the certificate, its name and the trust anchors";
    }

    private boolean isPlaintext() {
        return text.contains("unrecognized SSL message");
    }

    private boolean isVersion() {
        return text.contains("protocol version") || text.contains("protocol_version");
    }

    /** {@code TLS11} becomes {@code TLS 1.1}. */
    private static String dotted(String version) {
        return version.replaceFirst("^TLSv?(\\d)\\.?(\\d)$", "TLS $1.$2");
    }
}
