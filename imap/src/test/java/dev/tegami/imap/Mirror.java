package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A copy of a folder that is made of nothing but the facts of its syncs. No fact may come twice. */
final class Mirror {
    private final Map<Long, Set<Flag>> messages = new TreeMap<>();

    void apply(Change change) {
        if (change instanceof Change.Reset) {
            messages.clear();
        } else if (change instanceof Change.Added added) {
            assertThat(messages.put(added.uid(), added.flags()))
                    .as("added twice: %s", added.uid())
                    .isNull();
        } else if (change instanceof Change.Flagged flagged) {
            Set<Flag> before = messages.put(flagged.uid(), flagged.flags());
            assertThat(before)
                    .as("flagged but not there, or not changed: %s", flagged.uid())
                    .isNotNull()
                    .isNotEqualTo(flagged.flags());
        } else if (change instanceof Change.Vanished vanished) {
            vanished.uids().stream()
                    .forEach(uid -> assertThat(messages.remove(uid))
                            .as("vanished but not there: %s", uid)
                            .isNotNull());
        }
    }

    Map<Long, Set<Flag>> messages() {
        return messages;
    }
}
