package dev.tegami.imap.internal.response;

import dev.tegami.imap.Annotation;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Section;
import dev.tegami.imap.Structure;
import dev.tegami.imap.Summary;
import dev.tegami.mime.Address;
import dev.tegami.mime.Message;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FETCH. Written by its parser, read-only from then on; texts are decoded when asked for. */
public final class Fetched implements Response, Summary {
    /** Before the address of what the server decoded. */
    static final String BINARY = "~";

    private final long number;
    long uid = -1;
    long size = -1;
    long modSeq = -1;
    boolean hasFlags;
    boolean isAnswer;
    Set<Flag> flags = Set.of();

    @Nullable
    String internalDate;

    @Nullable
    String preview;

    @Nullable
    String saveDate;

    @Nullable
    String emailId;

    @Nullable
    String threadId;

    @Nullable
    GmailData gmail;

    @Nullable
    List<Annotation> annotations;

    @Nullable
    Envelope envelope;

    @Nullable
    Structure structure;

    @Nullable
    String damage;

    final List<Stretch> sections = new ArrayList<>(0);

    Fetched(long number) {
        this.number = number;
    }

    /** The sections that came. */
    public List<Stretch> stretches() {
        return sections;
    }

    /** Mends what a server gave for a whole section. */
    @FunctionalInterface
    public interface Mend {
        byte[] apply(String section, byte[] octets);
    }

    public void mend(Mend mend) {
        sections.replaceAll(stretch -> stretch.mended(mend));
    }

    /** Whether it says no more than a change of flags. */
    public boolean isFlagsOnly() {
        return envelope == null
                && structure == null
                && size < 0
                && internalDate == null
                && !isAnswer
                && sections.isEmpty();
    }

    /** The octets of the section that came, if one did. */
    public byte @Nullable [] firstSection() {
        return sections.isEmpty() ? null : sections.get(0).octets();
    }

    public boolean hasUid() {
        return uid >= 0;
    }

    public boolean hasFlags() {
        return hasFlags;
    }

    @Override
    public Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long uid() {
        if (uid < 0) {
            throw new IllegalStateException("the UID was not fetched");
        }
        return uid;
    }

    @Override
    public Set<Flag> flags() {
        return flags;
    }

    @Override
    public OptionalLong size() {
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    @Override
    public OptionalLong modSeq() {
        return modSeq < 0 ? OptionalLong.empty() : OptionalLong.of(modSeq);
    }

    @Override
    public Optional<OffsetDateTime> internalDate() {
        return Optional.ofNullable(internalDate).flatMap(InternalDate::parse);
    }

    @Override
    public Optional<String> preview() {
        return Optional.ofNullable(preview);
    }

    @Override
    public Optional<OffsetDateTime> saveDate() {
        return Optional.ofNullable(saveDate).flatMap(InternalDate::parse);
    }

    @Override
    public Optional<String> emailId() {
        return Optional.ofNullable(emailId);
    }

    @Override
    public Optional<String> threadId() {
        return Optional.ofNullable(threadId);
    }

    @Override
    public OptionalLong gmailMessageId() {
        return gmail == null ? OptionalLong.empty() : number(gmail.messageId());
    }

    @Override
    public OptionalLong gmailThreadId() {
        return gmail == null ? OptionalLong.empty() : number(gmail.threadId());
    }

    private static OptionalLong number(Optional<Long> id) {
        return id.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public List<String> gmailLabels() {
        return gmail == null ? List.of() : gmail.labels();
    }

    @Override
    public List<Annotation> annotations() {
        return annotations == null ? List.of() : annotations;
    }

    @Override
    public Optional<String> subject() {
        return field("Subject", envelope == null ? null : envelope.subject()).flatMap(Message::subject);
    }

    @Override
    public Optional<OffsetDateTime> date() {
        return field("Date", envelope == null ? null : envelope.date()).flatMap(Message::date);
    }

    private static Optional<Message> field(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> People.header(name, text));
    }

    @Override
    public Optional<String> messageId() {
        return id(envelope == null ? null : envelope.messageId());
    }

    @Override
    public Optional<String> inReplyTo() {
        return id(envelope == null ? null : envelope.inReplyTo());
    }

    private static Optional<String> id(@Nullable String text) {
        return field("Message-ID", text).flatMap(Message::messageId);
    }

    @Override
    public List<Address> from() {
        return envelope == null ? List.of() : People.of(envelope.from());
    }

    @Override
    public List<Address> to() {
        return envelope == null ? List.of() : People.of(envelope.to());
    }

    @Override
    public List<Address> cc() {
        return envelope == null ? List.of() : People.of(envelope.cc());
    }

    @Override
    public Optional<Structure> structure() {
        return Optional.ofNullable(structure);
    }

    @Override
    public Optional<byte[]> section(Section section) {
        return stretch(section.specification());
    }

    @Override
    public Optional<byte[]> binary(Section section) {
        return stretch(BINARY + section.specification());
    }

    @Override
    public Optional<Message> message() {
        boolean isWhole = sections.stream().anyMatch(stretch -> stretch.spec().isEmpty() && stretch.origin() < 0);
        return isWhole ? octets("").map(Message::parse) : Optional.empty();
    }

    private Optional<byte[]> stretch(String spec) {
        return octets(spec).map(byte[]::clone);
    }

    /** The octets of a section, without a copy. */
    private Optional<byte[]> octets(String named) {
        String spec = named.toUpperCase(Locale.ROOT);
        return sections.stream()
                .filter(stretch -> stretch.spec().equals(spec))
                .findFirst()
                .flatMap(stretch -> Optional.ofNullable(stretch.octets()));
    }

    @Override
    public String toString() {
        return "Fetched[" + number + (uid < 0 ? "" : ", UID " + uid) + "]";
    }
}
