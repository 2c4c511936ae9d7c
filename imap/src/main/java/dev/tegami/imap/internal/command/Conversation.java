package dev.tegami.imap.internal.command;

import dev.tegami.imap.Event;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.internal.quirk.GreenMailHeaders;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Dialect;
import dev.tegami.imap.internal.wire.Framer;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.NetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs commands over a wire: writes, reads up to the tagged answer, hands what nobody claims to the session. */
public final class Conversation {
    private static final long MOST_SKIPPED = 8L * 1024 * 1024; // as the wire does where a receiver breaks

    private final Wire wire;
    private final Framer framer;
    private final Meter meter = new Meter();
    private Dialect dialect = Dialect.FIRST;
    private boolean isCompressed;
    private int lastTag;
    private String greeting = "";
    private Fetched.@Nullable Mend mend;
    private final News news;
    private final Gathered gathered;
    private final Stop stop = new Stop();

    public Conversation(Wire wire) {
        this.wire = wire;
        this.framer = new Framer(wire);
        this.news = new News(wire, meter);
        this.gathered = new Gathered(wire.options().limits().gathered());
    }

    public Wire wire() {
        return wire;
    }

    public Meter meter() {
        return meter;
    }

    /** Whether and where the last command stopped at the server's limit. */
    public Stop stop() {
        return stop;
    }

    public void listener(Consumer<Event> other) {
        news.listener(other);
    }

    /** Lets another hear along until the result is run. */
    public Runnable overhear(Consumer<Event> other) {
        return news.overhear(other);
    }

    /** What the server said first, by which some of its defects are known. */
    public String greeting() {
        return greeting;
    }

    void greeted(String text) {
        greeting = text;
        mend = GreenMailHeaders.applies(text) ? GreenMailHeaders::mend : null;
    }

    public void speak(Dialect other) {
        dialect = other;
        framer.utf8Names(other.utf8Names());
    }

    /** Both sides compress from now on. */
    void compressed() {
        wire.upgrade().compress();
        isCompressed = true;
    }

    public boolean isCompressed() {
        return isCompressed;
    }

    public Dialect dialect() {
        return dialect;
    }

    public Set<String> capabilities() {
        return news.capabilities();
    }

    public boolean has(String capability) {
        return news.capabilities().contains(capability);
    }

    /** Whether an extension is there by its name or as a part of IMAP4rev2 (RFC 9051 appendix E). */
    public boolean offers(String extension) {
        return has(extension) || has("IMAP4REV2");
    }

    /** The number behind the name of a capability. */
    public OptionalLong limit(String name) {
        return news.capabilities().stream()
                .filter(each -> each.matches(name + "=[1-9][0-9]{0,9}"))
                .mapToLong(each -> Long.parseLong(each.substring(name.length() + 1)))
                .findFirst();
    }

    public void forgetCapabilities() {
        news.forgetCapabilities();
    }

    /**
     * Runs a command to its end, also where a callback of the caller breaks: its error comes once all answers are read,
     * or the connection is closed where that is much.
     */
    public <R> R run(Command<R> command) {
        return meter.measure(command.name(), -1, -1, () -> runMeasured(command));
    }

    private <R> R runMeasured(Command<R> command) {
        String tag = send(command);
        try {
            return gather(command, tag);
        } catch (NetException e) {
            throw e;
        } catch (RuntimeException e) {
            giveUp(e, tag);
            throw e;
        }
    }

    /**
     * Runs commands in one round trip; those behind the first must have no literals. If one is refused, the others run
     * to their end all the same.
     */
    public List<Object> runAll(List<Command<?>> commands) {
        return meter.measure(commands.get(commands.size() - 1).name(), -1, -1, () -> pipelined(commands));
    }

    private List<Object> pipelined(List<Command<?>> commands) {
        if (commands.stream().skip(1).anyMatch(this::waits)) {
            return commands.stream().<Object>map(this::runMeasured).toList();
        }
        return new Pipeline(this).run(commands);
    }

    /** Whether a command has to wait for the server's leave in the middle. */
    private boolean waits(Command<?> command) {
        Script script = new Script(dialect);
        command.write(script);
        return !has("LITERAL+") && script.pieces().stream().anyMatch(Script.Literal.class::isInstance);
    }

    /** Reads what is under way to its end, unless it has none. */
    void giveUp(RuntimeException e, String lastTag) {
        if (e instanceof Flood) {
            wire.abort(); // whoever sends more than fits is not listened to until the end
        } else {
            drain(lastTag, e);
        }
    }

    /** Gives memory away before a long wait. */
    void rest() {
        wire.rest();
        framer.rest();
    }

    /** Does work of several commands that fill one list, which has to stay within the limit {@code gathered}. */
    public <R> R gathering(Supplier<R> work) {
        return gathered.list(work);
    }

    /** Says goodbye; nobody waits long for the answer. */
    public Tagged logout() {
        Bare logout = new Bare("LOGOUT");
        String tag = send(logout);
        wire.begin("LOGOUT", wire.options().deadlines().close());
        return gather(logout, tag);
    }

    private <R> R gather(Command<R> command, String tag) {
        while (true) {
            Response response = read(command.diversion());
            if (response instanceof Tagged tagged) {
                return command.result(accepted(command.name(), tag, tagged));
            }
            if (response instanceof Continuation) {
                throw wire.violation("a continuation nobody asked for, in " + command.name());
            }
            untagged(command, response);
        }
    }

    private void drain(String tag, RuntimeException first) {
        try {
            long skipped = 0;
            while (skipped <= MOST_SKIPPED) {
                if (read(null) instanceof Tagged tagged && tagged.tag().equals(tag)) {
                    return;
                }
                skipped += framer.size();
            }
            wire.abort();
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    /** Takes an untagged response to its command or the session. */
    void untagged(Command<?> command, Response response) {
        if (!taken(command, response)) {
            unclaimed(response);
        }
    }

    /** Whether an untagged response belongs to a command; then the command has it. */
    boolean taken(Command<?> command, Response response) {
        boolean taken = command.take(response);
        if (taken) {
            gathered.take(command, framer.size());
        }
        if (taken && response instanceof Fetched) {
            meter.add(1, framer.size());
        }
        return taken;
    }

    /** Checks the end of a command. */
    public Tagged accepted(String name, String tag, Tagged tagged) {
        if (!tagged.tag().equals(tag)) {
            throw wire.violation("an answer for a command that is not under way: " + tagged.tag());
        }
        if (tagged.code().is("CAPABILITY")) {
            news.learn(ResponseParser.names(tagged.code().arguments()));
        }
        stop.learn(tagged.code());
        if (tagged.code().is("ALERT")) {
            news.alert(tagged.text());
        }
        if (tagged.verdict() != Tagged.Verdict.OK) {
            throw new ImapRefused(wire.server(), name, tagged.code(), wire.redact(tagged.text()));
        }
        return tagged;
    }

    public String nextTag() {
        lastTag++;
        return "A" + lastTag;
    }

    /** Writes a command, waiting for the server's leave before literals where it must; gives the tag. */
    public String send(Command<?> command) {
        Script script = new Script(dialect);
        command.write(script);
        String tag = nextTag();
        news.begin();
        gathered.begin();
        stop.begin();
        new Outgoing(this, command, tag).write(script);
        return tag;
    }

    /** Reads a response. */
    public Response read(Framer.@Nullable Diversion diversion) {
        try {
            Response response = ResponseParser.parse(framer.next(diversion));
            if (mend != null && response instanceof Fetched fetched) {
                fetched.mend(mend);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConnectionLost e) {
            if (!news.bye().isEmpty()) {
                ConnectionLost told = new ConnectionLost(
                        wire.server(),
                        wire.during(),
                        "the server said goodbye: " + wire.redact(news.bye()),
                        "open a new session",
                        e);
                throw told;
            }
            throw e;
        }
    }

    /** Learns from a response that belongs to no command, and tells the session. */
    public void unclaimed(Response response) {
        if (response instanceof Condition condition) {
            stop.learn(condition.code());
        }
        news.take(response, framer.size());
    }
}
