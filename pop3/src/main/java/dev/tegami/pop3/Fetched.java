package dev.tegami.pop3;

import dev.tegami.net.Receive;
import dev.tegami.pop3.internal.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A message that was downloaded completely and waits for the decision whether it is new. */
record Fetched(Entry entry, Target.Place place, long size, String headerHash, String hash) {
    /** Takes a message into a target. */
    static Receive<Fetched> into(Target target, Entry entry) {
        return announced -> new Arriving(entry, target.open(entry));
    }

    private static final class Arriving implements Receive.Sink<Fetched> {
        private final Entry entry;
        private final Target.Place place;
        private final Fingerprint fingerprint;

        Arriving(Entry entry, Target.Place place) {
            this.entry = entry;
            this.place = place;
            this.fingerprint = new Fingerprint(place.stream());
        }

        @Override
        public OutputStream stream() {
            return fingerprint;
        }

        @Override
        public Fetched commit() {
            return new Fetched(entry, place, fingerprint.size(), fingerprint.headerHash(), fingerprint.hash());
        }

        @Override
        public void abandon() {
            try {
                place.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
