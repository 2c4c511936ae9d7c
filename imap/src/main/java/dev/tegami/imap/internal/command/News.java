package dev.tegami.imap.internal.command;

import dev.tegami.imap.Event;
import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.internal.response.Capability;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Count;
import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Listed;
import dev.tegami.imap.internal.response.Malformed;
import dev.tegami.imap.internal.response.MetadataData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.response.StatusData;
import dev.tegami.imap.internal.response.Unknown;
import dev.tegami.imap.internal.response.VanishedData;
import dev.tegami.internal.wire.Wire;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What a server says without being asked: its abilities, its farewell, and events for whoever listens. */
final class News {
    private final Wire wire;
    private final Meter meter;
    private Set<String> capabilities = Set.of();
    private String bye = "";
    private long spare;
    private Consumer<Event> listener = event -> {};

    News(Wire wire, Meter meter) {
        this.wire = wire;
        this.meter = meter;
    }

    void listener(Consumer<Event> other) {
        listener = other;
    }

    /** Lets another hear along until the result is run. */
    Runnable overhear(Consumer<Event> other) {
        Consumer<Event> before = listener;
        listener = event -> {
            other.accept(event);
            before.accept(event);
        };
        return () -> listener = before;
    }

    Set<String> capabilities() {
        return capabilities;
    }

    void forgetCapabilities() {
        capabilities = Set.of();
    }

    /** What the server said when it was about to leave, or an empty string. */
    String bye() {
        return bye;
    }

    /** Another command begins, which may bring as much news again. */
    void begin() {
        spare = 0;
    }

    void alert(String text) {
        listener.accept(new Event.Alert(wire.redact(text)));
    }

    /** Learns from a response of so many octets, and tells whoever listens. */
    void take(Response response, long size) {
        spare += size;
        int most = wire.options().limits().reply();
        if (spare > most) {
            throw wire.limitExceeded("reply", most); // what nobody asked for must not go on for ever
        }
        if (response instanceof Capability capability) {
            learn(capability.names());
        } else if (response instanceof Count count && !count.name().equals("RECENT")) {
            listener.accept(
                    count.name().equals("EXISTS")
                            ? new Event.Exists(count.number())
                            : new Event.Expunged(count.number()));
        } else if (response instanceof Fetched fetched) {
            listener.accept(new Event.Changed(fetched));
        } else if (response instanceof VanishedData vanished) {
            listener.accept(new Event.Vanished(vanished.uids()));
        } else if (response instanceof Condition condition) {
            condition(condition);
        } else if (response instanceof StatusData data) {
            listener.accept(new Event.StatusChanged(data.status()));
        } else if (response instanceof Listed listed) {
            listener.accept(new Event.Listed(listed.folder()));
        } else if (response instanceof Esearch esearch && !esearch.changes().isEmpty()) {
            listener.accept(new Event.ResultChanged(esearch.tag(), esearch.changes()));
        } else if (response instanceof MetadataData data) {
            listener.accept(new Event.MetadataChanged(
                    data.folder(),
                    data.entries().stream().map(MetadataEntry::name).toList()));
        } else if (response instanceof Malformed malformed) {
            listener.accept(new Event.Malformed(wire.redact(malformed.text()), malformed.why()));
        } else if (response instanceof Unknown unknown) {
            listener.accept(new Event.Other(wire.redact(unknown.text())));
        }
    }

    private void condition(Condition condition) {
        if (condition.code().is("CAPABILITY")) {
            learn(ResponseParser.names(condition.code().arguments()));
        }
        if (condition.kind().equals("BYE")) {
            bye = condition.text();
            listener.accept(new Event.Bye(wire.redact(condition.text())));
        } else if (condition.code().is("NOTIFICATIONOVERFLOW")) {
            listener.accept(new Event.NotifyEnded(wire.redact(condition.text())));
        } else if (condition.code().is("INPROGRESS")) {
            Event.InProgress told = InProgressCode.of(condition.code().arguments(), wire.redact(condition.text()));
            listener.accept(told);
            meter.busy(told.done(), told.of());
        } else if (condition.code().is("ALERT")) {
            alert(condition.text());
        }
    }

    void learn(Iterable<String> names) {
        Set<String> learnt = new LinkedHashSet<>();
        names.forEach(learnt::add);
        capabilities = Collections.unmodifiableSet(learnt);
    }
}
