package dev.tegami.internal.wire;

import dev.tegami.internal.idna.Idna;
import java.net.UnknownHostException;
import java.util.Locale;

/** Host names and address literals, told apart without asking the DNS. */
final class HostName {
    private HostName() {}

    /** Tells whether the text is an IPv4 or IPv6 literal. */
    static boolean isAddress(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether the text names the machine that we run on, without asking the DNS. */
    static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("::1") || (isAddress(host) && host.startsWith("127."));
    }

    /** Gives the A-label form (IDNA2008) in small letters, without the dot of the root. */
    static String ascii(String host) throws UnknownHostException {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name.toLowerCase(Locale.ROOT);
        }
        String ascii = Idna.ascii(name);
        if (ascii == null) {
            throw new UnknownHostException(name + " is no domain name that could be registered (IDNA2008)");
        }
        return ascii;
    }
}
