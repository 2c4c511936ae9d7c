package dev.tegami.imap;

import dev.tegami.mime.Embedded;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import dev.tegami.mime.Source;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server with one message, UID 1, whose sections it gives as RFC 9051 says; what it tells can be bent. */
final class LetterServer implements AutoCloseable {
    private static final Pattern ITEM = Pattern.compile(
            "BODYSTRUCTURE|RFC822\\.SIZE|(BODY|BINARY)\\.PEEK\\[([^\\]]*)\\](?:<([0-9]+)\\.([0-9]+)>)?");

    private static final Pattern PARAMETER = Pattern.compile(";\\s*([^=\\s;]+)=(\"(?:\\\\.|[^\"])*\"|[^;\\s]+)");

    private final ScriptedServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Message letter;
    private UnaryOperator<String> bend = told -> told;
    private Refusal refusal = item -> null;
    private volatile boolean isRemoved;

    /** Decides what is refused. */
    interface Refusal {
        @Nullable
        String of(String item);
    }

    LetterServer(String capabilities, Message letter) {
        this.letter = letter;
        this.server = ScriptedServer.plain(talk -> serve(talk, capabilities));
    }

    /** Changes what is told of items, each by itself. */
    LetterServer bending(UnaryOperator<String> change) {
        bend = change;
        return this;
    }

    /** Refuses items with these words. */
    LetterServer refusing(Refusal words) {
        refusal = words;
        return this;
    }

    /** Removes the message without telling. */
    void remove() {
        isRemoved = true;
    }

    ImapSession open() {
        return open(WireLimits.defaults());
    }

    ImapSession open(WireLimits limits) {
        ConnectOptions options = ConnectOptions.of(server.at())
                .deadlines(Deadlines.all(Duration.ofSeconds(20)))
                .limits(limits)
                .tls(TestPki.shared().trusting());
        return Imap.at("localhost").with(options).open();
    }

    /** The FETCH commands so far. */
    List<String> fetches() {
        return heard.stream().filter(line -> line.contains("FETCH")).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Talk talk, String capabilities) throws IOException {
        talk.send("* PREAUTH [CAPABILITY IMAP4rev1" + capabilities + "] ready");
        for (String line = talk.line(); line != null; line = talk.line()) {
            heard.add(line);
            String[] words = line.split(" ", 4);
            switch (words[1]) {
                case "UID" -> fetch(talk, words[0], words[3]);
                case "SELECT", "EXAMINE" -> talk.send("* 1 EXISTS").send(words[0] + " OK [READ-WRITE] selected");
                default -> talk.send(words[0] + " OK done");
            }
        }
    }

    private void fetch(Talk talk, String tag, String rest) throws IOException {
        boolean isThere =
                !isRemoved && UidSet.parse(rest.substring(0, rest.indexOf(' '))).contains(1);
        StringBuilder told = new StringBuilder("* 1 FETCH (UID 1");
        Matcher item = ITEM.matcher(rest);
        while (item.find()) {
            String refused = refusal.of(item.group());
            if (refused != null) {
                talk.send(tag + " NO " + refused);
                return;
            }
            told.append(' ').append(bend.apply(told(item)));
        }
        if (isThere) {
            talk.send(told + ")");
        }
        talk.send(tag + " OK done");
    }

    private String told(Matcher item) {
        if (item.group().equals("BODYSTRUCTURE")) {
            return "BODYSTRUCTURE " + structure(letter.root());
        }
        if (item.group().equals("RFC822.SIZE")) {
            return "RFC822.SIZE " + letter.size();
        }
        boolean decoded = item.group(1).equals("BINARY");
        String name = item.group(1) + "[" + item.group(2) + "]";
        String octets = section(item.group(2), decoded);
        if (octets == null) {
            return name + " NIL";
        }
        if (item.group(3) != null) {
            int from = Math.min(octets.length(), Integer.parseInt(item.group(3)));
            int to = (int) Math.min(octets.length(), from + Long.parseLong(item.group(4)));
            return name + "<" + item.group(3) + "> " + literal(octets.substring(from, to));
        }
        return name + " " + (decoded ? "~" : "") + literal(octets);
    }

    static String literal(String octets) {
        return "{" + octets.length() + "}\r\n" + octets;
    }

    private @Nullable String section(String spec, boolean decoded) {
        if (spec.isEmpty()) {
            return octets(letter.raw());
        }
        if (spec.equals("TEXT")) {
            return octets(letter.root().rawBody());
        }
        if (spec.startsWith("HEADER.FIELDS")) {
            return letter.header().fields().stream()
                            .filter(field -> spec.toUpperCase(Locale.ROOT)
                                    .contains(field.name().toUpperCase(Locale.ROOT)))
                            .map(field -> new String(field.raw(), StandardCharsets.ISO_8859_1))
                            .collect(Collectors.joining())
                    + "\r\n";
        }
        boolean isMime = spec.endsWith(".MIME");
        Part part = spec.equals("HEADER") ? letter.root() : part(isMime ? spec.substring(0, spec.length() - 5) : spec);
        if (part == null) {
            return null;
        }
        String body = octets(part.rawBody());
        if (isMime || spec.equals("HEADER")) {
            String all = octets(part.raw());
            return all.substring(0, all.length() - body.length());
        }
        return decoded ? octets(part.content().orElseThrow().decoded()) : body;
    }

    private @Nullable Part part(String number) {
        Part part = letter.root();
        if (part.parts().isEmpty()) {
            return number.equals("1") ? part : null;
        }
        for (String one : number.split("\\.", -1)) {
            int index = Integer.parseInt(one) - 1;
            if (index >= part.parts().size()) {
                return null;
            }
            part = part.parts().get(index);
        }
        return part;
    }

    private static String octets(Source source) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            source.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String structure(Part part) {
        if (part.body() instanceof Parts parts) {
            return "(" + parts.parts().stream().map(LetterServer::structure).collect(Collectors.joining()) + " "
                    + string(part.contentType().subtype()) + " " + parameters(part, "Content-Type") + " "
                    + disposition(part) + " NIL NIL)";
        }
        String body = octets(part.rawBody());
        String basic = "(" + string(part.contentType().type()) + " "
                + string(part.contentType().subtype()) + " "
                + parameters(part, "Content-Type") + " " + field(part, "Content-ID") + " "
                + field(part, "Content-Description") + " "
                + part.header()
                        .first("Content-Transfer-Encoding")
                        .map(f -> string(f.value()))
                        .orElse("\"7bit\"") + " "
                + body.length();
        String rest = "";
        if (part.body() instanceof Embedded embedded) {
            rest = " (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL) "
                    + structure(embedded.message().root()) + " " + body.lines().count();
        } else if (part.contentType().type().equals("text")) {
            rest = " " + body.lines().count();
        }
        return basic + rest + " NIL " + disposition(part) + " NIL NIL)";
    }

    private static String disposition(Part part) {
        return part.disposition()
                .map(d -> "(" + string(d.type()) + " " + parameters(part, "Content-Disposition") + ")")
                .orElse("NIL");
    }

    private static String field(Part part, String name) {
        return part.header().first(name).map(f -> string(f.value())).orElse("NIL");
    }

    /** As they stand in the header: continued and extended ones are the client's to read. */
    private static String parameters(Part part, String field) {
        String raw = part.header()
                .first(field)
                .map(f -> new String(f.raw(), StandardCharsets.ISO_8859_1))
                .orElse("");
        StringBuilder all = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(raw);
        while (parameter.find()) {
            String value = parameter.group(2);
            all.append(all.length() == 0 ? "" : " ")
                    .append(string(parameter.group(1)))
                    .append(' ');
            all.append(value.startsWith("\"") ? value.replaceAll("\r\n(?=[ \t])", "") : string(value));
        }
        return all.length() == 0 ? "NIL" : "(" + all + ")";
    }

    private static String string(String text) {
        return '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }
}
