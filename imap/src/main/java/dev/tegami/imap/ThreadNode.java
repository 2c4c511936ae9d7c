package dev.tegami.imap;

import dev.tegami.mime.BaseSubject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message in its conversation, or the place of one that is not there. */
final class ThreadNode {
    private static final int HIGHEST = 1_000;
    private static final int DEEPEST = 60;

    /** By when they were sent, and then by their place in the folder. */
    static final Comparator<ThreadNode> SENT =
            Comparator.comparing((ThreadNode node) -> node.first().sent).thenComparing(node -> node.first().uid);

    final long uid;
    final Instant sent;
    /** When it came to the server. */
    final Instant arrived;
    /** The base subject in lower case, for comparing. */
    final String subject;

    final boolean isReply;
    final List<ThreadNode> children = new ArrayList<>(0);
    private @Nullable ThreadNode parent;
    private int below;

    ThreadNode(long uid, Instant sent, Instant arrived, BaseSubject subject) {
        this.uid = uid;
        this.sent = sent;
        this.arrived = arrived;
        this.subject = subject.text().toLowerCase(Locale.ROOT);
        this.isReply = subject.isReply();
    }

    /** The place of a message that is not there. */
    static ThreadNode missing() {
        return new ThreadNode(0, Instant.MIN, Instant.MIN, BaseSubject.of(""));
    }

    boolean isMissing() {
        return uid == 0;
    }

    @Nullable
    ThreadNode parent() {
        return parent;
    }

    /** Itself, or the first child where it is missing. */
    ThreadNode first() {
        return isMissing() && !children.isEmpty() ? children.get(0) : this;
    }

    void leaveParent() {
        if (parent != null) {
            parent.below--;
            parent = null;
        }
    }

    /** Puts it below another unless that makes a loop, or is so deep that nobody can tell. */
    void follow(ThreadNode other) {
        if (parent == null && other != this && (below == 0 || !isAbove(other))) {
            parent = other;
            other.below++;
        }
    }

    private boolean isAbove(ThreadNode other) {
        ThreadNode at = other;
        for (int i = 0; i < HIGHEST; i++) {
            if (at == this) {
                return true;
            }
            ThreadNode up = at.parent;
            if (up == null) {
                return false;
            }
            at = up;
        }
        return true;
    }

    /** Takes the nearest messages below it for children, where some of these are missing. Each place is seen once. */
    void adopt() {
        Deque<ThreadNode> rest = new ArrayDeque<>(children);
        children.clear();
        while (!rest.isEmpty()) {
            ThreadNode next = rest.pop();
            if (!next.isMissing()) {
                children.add(next);
            }
            for (int i = next.children.size() - 1; next.isMissing() && i >= 0; i--) {
                rest.push(next.children.get(i));
            }
        }
    }

    /** All below it, each before those below it. */
    List<ThreadNode> all() {
        List<ThreadNode> found = new ArrayList<>();
        found.add(this);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(found.get(i).children);
        }
        return found;
    }

    /** When the last message came, of this and all below it. */
    Instant latest() {
        return all().stream()
                .map(node -> node.arrived)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    MessageThread thread() {
        return thread(0);
    }

    /** Conversations that fork more often than anybody can read are told without the deepest forks. */
    private MessageThread thread(int depth) {
        List<Long> chain = new ArrayList<>();
        ThreadNode at = this;
        if (!isMissing()) {
            chain.add(uid);
            while (at.children.size() == 1) {
                at = at.children.get(0);
                chain.add(at.uid);
            }
        }
        if (depth < DEEPEST) {
            return new MessageThread(
                    chain,
                    at.children.stream().map(child -> child.thread(depth + 1)).toList());
        }
        List<ThreadNode> rest = at.all();
        return new MessageThread(
                chain,
                rest.subList(1, rest.size()).stream()
                        .map(node -> new MessageThread(List.of(node.uid), List.of()))
                        .toList());
    }
}
