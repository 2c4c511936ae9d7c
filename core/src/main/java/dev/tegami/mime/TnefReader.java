package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.CodePages;
import dev.tegami.internal.mime.Damage;
import dev.tegami.internal.mime.tnef.Attribute;
import dev.tegami.internal.mime.tnef.Attributes;
import dev.tegami.internal.mime.tnef.Properties;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the attributes of one TNEF message. */
final class TnefReader {
    final ParseOptions options;
    final Damage.Sink damage;
    final int depth;
    final List<TnefAttachment> attachments = new ArrayList<>();
    Charset codePage = Objects.requireNonNullElse(CodePages.find(1252), StandardCharsets.ISO_8859_1);
    Properties properties = Properties.none();
    List<Properties> recipients = List.of();

    @Nullable
    ArrayOctets subject;

    @Nullable
    ArrayOctets body;

    @Nullable
    ArrayOctets from;

    @Nullable
    ArrayOctets date;

    private boolean isFull;

    TnefReader(ParseOptions options, Damage.Sink damage, int depth) {
        this.options = options;
        this.damage = damage;
        this.depth = depth;
    }

    Message read(ArrayOctets octets, int offset) {
        Attributes.read(octets, offset, damage, this::take);
        Header header = new TnefHeader(this).header();
        return new Message(new TnefBody(this).root(header), List.of(), options);
    }

    private void take(int id, ArrayOctets data, int offset) {
        switch (id) {
            case Attribute.CODE_PAGE -> codePage(data);
            case Attribute.SUBJECT -> subject = data;
            case Attribute.BODY -> body = data;
            case Attribute.FROM -> from = data;
            case Attribute.DATE_SENT -> date = data;
            case Attribute.MESSAGE_PROPERTIES -> properties = Properties.read(data, offset, damage);
            case Attribute.RECIPIENTS ->
                recipients = Properties.rows(data, options.limits().headerFields(), offset, damage);
            case Attribute.ATTACHMENT_START -> start(offset);
            case Attribute.ATTACHMENT_TITLE -> attachment(offset).title = data;
            case Attribute.ATTACHMENT_FILE_NAME -> attachment(offset).fileName = data;
            case Attribute.ATTACHMENT_DATA -> attachment(offset).data(data, offset);
            case Attribute.ATTACHMENT_PROPERTIES ->
                attachment(offset).properties = Properties.read(data, offset, damage);
            default -> {
                // the rest says nothing that a message has a place for
            }
        }
    }

    private void codePage(ArrayOctets data) {
        byte[] b = data.array();
        int at = data.from();
        int number = data.size() < 4 ? 0 : (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16;
        Charset found = CodePages.find(number);
        if (found == null) {
            damage.found(Damage.DAMAGED_TNEF, -1, "unknown code page " + number);
        } else {
            codePage = found;
        }
    }

    private void start(int offset) {
        if (attachments.size() < options.limits().parts()) {
            attachments.add(new TnefAttachment(this));
        } else if (!isFull) {
            isFull = true;
            damage.found(Damage.PARTS_LIMIT, offset, "further attachments are left out");
        }
    }

    /** The last attachment; data that no start stands before begins one as well. */
    private TnefAttachment attachment(int offset) {
        if (isFull) {
            return new TnefAttachment(this);
        }
        if (attachments.isEmpty()) {
            damage.found(Damage.DAMAGED_TNEF, offset, "an attachment without a start");
            start(offset);
        }
        return attachments.get(attachments.size() - 1);
    }
}
