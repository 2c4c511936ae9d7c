package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.imap.internal.quirk.CourierMessages;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.net.Receive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fetches parts of one message with their headers, and makes of them the parts that a parse of the message gives. */
final class PartFetch {
    private final ReadableFolder folder;
    private final long uid;
    private final Findings findings;
    private final Map<String, Part> known = new HashMap<>();

    PartFetch(ReadableFolder folder, long uid, Findings findings) {
        this.folder = folder;
        this.uid = uid;
        this.findings = findings;
    }

    int limit() {
        return folder.session.conversation().wire().options().limits().literal();
    }

    /** The whole message, into memory. */
    Message whole() {
        Summary size = one(Fetch.SIZE);
        if (size.size().orElse(0) > limit()) {
            throw new LimitExceeded(
                    "WireLimits.literal", limit(), "receive Section.ALL to a file and parse that, or raise the limit");
        }
        return folder.receive(uid, Section.ALL, Receive.bytes(limit()))
                .map(Message::parse)
                .orElseThrow(() -> new MessageGone(uid));
    }

    private Summary one(Fetch... items) {
        return folder.fetch(UidSet.of(uid), items).stream()
                .filter(summary -> summary.uid() == uid)
                .findFirst()
                .orElseThrow(() -> new MessageGone(uid));
    }

    /** Parts in one command; nothing for those that have to be looked for in the whole message. */
    List<Optional<Part>> parts(List<Described> wanted) {
        List<Described> asked = wanted.stream()
                .filter(part -> !known.containsKey(part.section()))
                .toList();
        if (!asked.isEmpty()) {
            checkRoom(asked);
            Summary summary = one(asked.stream()
                    .flatMap(part -> Stream.of(header(part), Section.part(part.section())))
                    .map(Fetch::section)
                    .toArray(Fetch[]::new));
            asked.forEach(part -> read(part, summary));
        }
        List<Optional<Part>> parts = new ArrayList<>();
        wanted.forEach(part -> parts.add(Optional.ofNullable(known.get(part.section()))));
        return parts;
    }

    private void checkRoom(List<Described> asked) {
        long sum = asked.stream().mapToLong(part -> part.structure().size()).sum();
        if (sum > limit()) {
            throw new LimitExceeded("WireLimits.literal", limit(), "receive the part to a file, or raise the limit");
        }
    }

    private static Section header(Described part) {
        return part.isRoot() ? Section.HEADER : Section.mime(part.section());
    }

    private void read(Described described, Summary summary) {
        Optional<byte[]> header = summary.section(header(described));
        Optional<byte[]> body = summary.section(Section.part(described.section()));
        if (header.isEmpty() || body.isEmpty()) {
            findings.missing(described);
            return;
        }
        findings.size(described.section(), described.structure().size(), body.get().length);
        boolean stray = described.hasStrayCr(folder.session.conversation().greeting());
        byte[] content = stray ? CourierMessages.mend(body.get()) : body.get();
        Part part = PartOctets.parse(described, header.get(), content);
        String told = described.structure().mediaType();
        boolean isAsTold = part.contentType().is(told);
        if (!isAsTold) {
            String real = part.contentType().type() + "/" + part.contentType().subtype();
            findings.add(Discrepancy.Kind.TYPE_DIFFERS, described.section(), told + " told, " + real);
        }
        if (isAsTold || !fits()) {
            known.put(described.section(), part);
        }
    }

    /** Whether the whole message may be fetched instead. */
    private boolean fits() {
        return one(Fetch.SIZE).size().orElse(Long.MAX_VALUE) <= limit();
    }

    /** The part at that address of the message as we parse it. */
    Part inside(Message message, Described described) {
        Part part = message.root();
        if (!described.isRoot()) {
            for (String number : described.section().split("\\.", -1)) {
                int index = Integer.parseInt(number) - 1;
                if (index >= part.parts().size()) {
                    throw new SectionMissing(uid, described.section(), "nor has the message itself such a part");
                }
                part = part.parts().get(index);
            }
        }
        return part;
    }
}
