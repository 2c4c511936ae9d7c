package dev.tegami.imap.internal.command;

import dev.tegami.imap.Progress;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts what comes and goes in one piece of work, and tells it now and then. */
public final class Meter {
    private static final long OCTETS = 1024 * 1024;
    private static final long MESSAGES = 1_000;

    private Consumer<? super Progress> listener = progress -> {};
    private boolean isRunning;
    private String work = "";
    private long messages;
    private long ofMessages;
    private long octets;
    private long ofOctets;
    private long items;
    private long ofItems;
    private long toldMessages;
    private long toldOctets;

    public void listener(Consumer<? super Progress> other) {
        listener = other;
    }

    /** Does work and tells of it; work inside other work belongs to that. */
    public <R> R measure(String name, long wholeMessages, long wholeOctets, Supplier<R> body) {
        if (isRunning) {
            return body.get();
        }
        work = name;
        messages = 0;
        ofMessages = wholeMessages;
        octets = 0;
        ofOctets = wholeOctets;
        items = -1;
        ofItems = -1;
        toldMessages = 0;
        toldOctets = 0;
        isRunning = true;
        try {
            R result = body.get();
            if (octets != toldOctets || messages != toldMessages) {
                tell();
            }
            return result;
        } finally {
            isRunning = false;
        }
    }

    /** Learns how much there is to do, where that was not known before. */
    void expect(long wholeMessages, long wholeOctets) {
        ofMessages = ofMessages < 0 ? wholeMessages : ofMessages;
        ofOctets = ofOctets < 0 ? wholeOctets : ofOctets;
    }

    /** Something came or went. */
    public void add(long moreMessages, long moreOctets) {
        messages += moreMessages;
        octets += moreOctets;
        if (isRunning && (octets - toldOctets >= OCTETS || messages - toldMessages >= MESSAGES)) {
            tell();
        }
    }

    /** The server says how far it is with a command, or that it is still at work. */
    void busy(OptionalLong done, OptionalLong of) {
        items = done.orElse(-1);
        ofItems = of.orElse(-1);
        if (isRunning) {
            tell();
        }
    }

    private void tell() {
        toldMessages = messages;
        toldOctets = octets;
        listener.accept(new Progress(work, messages, ofMessages, octets, ofOctets, items, ofItems));
    }
}
