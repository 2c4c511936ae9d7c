package dev.tegami.dns;

import dev.tegami.internal.idna.Idna;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/** The DNS through JNDI. */
final class PlatformResolver implements Resolver {
    private static final int MOST_RECORDS = 1_000;

    private final String servers;

    PlatformResolver(String servers) {
        this.servers = servers;
    }

    @Override
    public List<MailExchanger> exchangers(String domain) {
        List<MailExchanger> found = new ArrayList<>();
        for (String record : records(domain, "MX")) {
            int space = record.indexOf(' ');
            String host = record.substring(space + 1);
            String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            found.add(new MailExchanger(Integer.parseInt(record.substring(0, space)), plain));
        }
        found.sort(Comparator.comparingInt(MailExchanger::preference));
        return List.copyOf(found);
    }

    @Override
    public List<String> texts(String name) {
        return records(name, "TXT").stream().map(PlatformResolver::joined).toList();
    }

    @SuppressWarnings("BanJNDI") // the context is the DNS one by name, and checked names reach no other
    private List<String> records(String name, String type) {
        String ascii = ascii(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        try {
            InitialDirContext context = new InitialDirContext(environment());
            try {
                return values(context.getAttributes(dotted(ascii), new String[] {type})
                        .get(type));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new DnsFailed("no answer for the " + type + " records of " + ascii + ": " + e.getMessage(), e);
        }
    }

    private static String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        String ascii = Idna.ascii(name);
        if (ascii == null) {
            throw new IllegalArgumentException("not a domain name (IDNA2008): " + name);
        }
        return ascii;
    }

    /** The dot of the root keeps search domains out; a slash or quote would be JNDI's own grammar. */
    private static String dotted(String ascii) {
        if (ascii.isEmpty() || !ascii.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not a domain name");
        }
        return ascii + ".";
    }

    private static List<String> values(@Nullable Attribute attribute) throws NamingException {
        List<String> values = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> all = attribute.getAll();
            while (all.hasMore() && values.size() < MOST_RECORDS) {
                values.add(String.valueOf(all.next()));
            }
        }
        return values;
    }

    /** JNDI gives the strings of a record apart, those with blanks in quotes; together they are one text. */
    private static String joined(String record) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '\\' && quoted && i + 1 < record.length()) {
                text.append(record.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c != ' ' || quoted) {
                text.append(c);
            }
        }
        return text.toString();
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes its settings so
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "4");
        return environment;
    }
}
