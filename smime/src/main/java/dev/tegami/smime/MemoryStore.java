package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import dev.tegami.smime.internal.MailNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Capabilities by mailbox: the local part octet by octet, the domain as the DNS takes it. */
final class MemoryStore implements CapabilityStore {
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Capabilities> known = new LinkedHashMap<>(16, 0.75f, true);

    MemoryStore(int most) {
        if (most < 1) {
            throw new SmimeException("a store for nobody", "let it remember at least one");
        }
        this.most = most;
    }

    static String name(Mailbox mailbox) {
        return mailbox.localPart() + "@" + MailNames.ascii(mailbox.domain());
    }

    @Override
    public Optional<Capabilities> find(Mailbox mailbox) {
        lock.lock();
        try {
            return Optional.ofNullable(known.get(name(mailbox)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean keep(Mailbox mailbox, Capabilities learned) {
        return keep(name(mailbox), learned);
    }

    boolean keep(String name, Capabilities learned) {
        lock.lock();
        try {
            Capabilities before = known.get(name);
            if (before != null && !learned.signed().isAfter(before.signed())) {
                return false;
            }
            known.put(name, learned);
            if (known.size() > most) {
                known.remove(known.keySet().iterator().next());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    Map<String, Capabilities> all() {
        lock.lock();
        try {
            return new LinkedHashMap<>(known);
        } finally {
            lock.unlock();
        }
    }
}
