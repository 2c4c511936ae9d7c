package dev.tegami.smtp;

import dev.tegami.dns.MailExchanger;
import dev.tegami.dns.Resolver;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Where the mail of a domain goes (RFC 5321 §5.1), the best host first and equals in random order. */
final class Exchangers {
    /** More hosts than this are an attack on our time, or a mistake. */
    private static final int MOST = 10;

    private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final System.Logger LOG = System.getLogger("dev.tegami.smtp");

    private final Resolver resolver;
    private final String ownName;
    private final Random random;

    Exchangers(Resolver resolver, String ownName, Random random) {
        this.resolver = resolver;
        this.ownName = ownName;
        this.random = random;
    }

    /** Gives the hosts. */
    List<String> of(String domain) throws Undeliverable {
        if (domain.startsWith("[")) {
            return List.of(literal(domain));
        }
        List<MailExchanger> found = found(domain);
        if (found.isEmpty()) {
            return List.of(domain); // its own address stands in
        }
        List<MailExchanger> named = new ArrayList<>(found);
        named.removeIf(MailExchanger::isNull);
        boolean none = named.isEmpty();
        named.removeIf(exchanger -> !isHost(exchanger.host()));
        if (none) {
            throw new Undeliverable(556, "5.1.10 the domain takes no mail (null MX)");
        }
        if (named.isEmpty()) {
            throw new Undeliverable(554, "5.4.4 no exchanger of the domain has the name of a host");
        }
        Collections.shuffle(named, random);
        named.sort(Comparator.comparingInt(MailExchanger::preference));
        return before(named).stream()
                .map(MailExchanger::host)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** What others wrote into their DNS may be anything. */
    private static boolean isHost(String name) {
        return name.length() <= 253
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    }

    /** A resolver takes only what can be a domain. */
    private List<MailExchanger> found(String domain) throws Undeliverable {
        try {
            if (isHost(domain)) {
                return resolver.exchangers(domain);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "no domain", e);
        }
        throw new Undeliverable(553, "5.1.2 no domain can have that name");
    }

    /** What stands in brackets is an address, never the name of a host. */
    private static String literal(String domain) throws Undeliverable {
        String inside = domain.substring(1, domain.endsWith("]") ? domain.length() - 1 : domain.length());
        boolean six = inside.regionMatches(true, 0, "IPv6:", 0, 5);
        String address = six ? inside.substring(5) : inside;
        if (!(six ? SIX : FOUR).matcher(address).matches()) {
            throw new Undeliverable(553, "5.1.2 what stands in brackets is no address of a host");
        }
        return address;
    }

    /** A host that is an exchanger itself gives mail only to better ones, or it would go round in circles. */
    private List<MailExchanger> before(List<MailExchanger> named) throws Undeliverable {
        int own = named.stream()
                .filter(exchanger -> exchanger.host().equalsIgnoreCase(ownName))
                .mapToInt(MailExchanger::preference)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<MailExchanger> better =
                named.stream().filter(e -> e.preference() < own).toList();
        if (better.isEmpty()) {
            throw new Undeliverable(554, "5.4.6 the best exchanger of the domain is this host, and it keeps no mail");
        }
        return better;
    }

    /** The domain's mail can go nowhere, now or later. */
    static final class Undeliverable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Undeliverable(int code, String text) {
            super(text);
            this.reply = new Reply(code, List.of(text));
        }

        Reply reply() {
            return reply;
        }
    }
}
