package dev.tegami.pop3;

import java.time.Instant;
import java.util.Optional;

/**
 * What a collector remembers of one message.
 *
 * @param key what the message is known by: {@code uid:} and its UIDL name, or {@code sha256:} and a hash of its octets
 * @param state how far it got
 * @param size the octets the server said it has
 * @param headerHash SHA-256 of its header in hexadecimal
 * @param hash SHA-256 of all its octets in hexadecimal
 * @param since when it was downloaded
 * @param gone since when the server has not listed it, or empty while it does
 * @param name its name in the store while it was staged, or empty
 * @param place the store, or empty for a sink of the caller
 */
public record Mark(
        String key,
        State state,
        long size,
        String headerHash,
        String hash,
        Instant since,
        Optional<Instant> gone,
        String name,
        String place) {
    /** How far a message got. */
    public enum State {
        /** On disk, and about to become part of the store. */
        STAGED,
        /** In the store, durably. */
        STORED
    }

    Mark stored() {
        return new Mark(key, State.STORED, size, headerHash, hash, since, gone, name, place);
    }

    Mark size(long octets) {
        return new Mark(key, state, octets, headerHash, hash, since, gone, name, place);
    }

    Mark key(String other) {
        return new Mark(other, state, size, headerHash, hash, since, gone, name, place);
    }

    Mark gone(Optional<Instant> time) {
        return new Mark(key, state, size, headerHash, hash, since, time, name, place);
    }

    boolean isStored() {
        return state == State.STORED;
    }
}
