package dev.tegami.internal.wire;

import java.net.IDN;
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

    /** Gives the A-label form in small letters, without the dot of the root. */
    static String ascii(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }
}
