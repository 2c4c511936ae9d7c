package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.CmsType;
import dev.tegami.smime.internal.MalformedCms;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the layers of one message from its root inwards. */
final class Opening {
    private final Message message;
    private final Keys keys;
    private final Policy policy;
    private final SignedOpening signed;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private Part part;

    Opening(Message message, Keys keys, Trust trust, Policy policy) {
        this.message = message;
        this.keys = keys;
        this.policy = policy;
        this.signed = new SignedOpening(trust, policy);
        this.part = message.root();
    }

    Opened open() {
        try {
            boolean more = true;
            while (more && (Media.isSigned(part) || Media.isEnvelope(part))) {
                if (layers.size() == policy.bounds().layers()) {
                    reasons.add(new Reason(Reason.Code.MALFORMED, "more layers than " + layers.size()));
                    break;
                }
                more = layer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return conclude();
    }

    /** Opens one layer; false if it stays closed. */
    private boolean layer() throws IOException {
        if (Media.isSigned(part)) {
            return take(signed.multipart(part));
        }
        Source cms = part.content().map(Content::decoded).orElseGet(part::rawBody);
        try {
            return switch (CmsType.of(cms)) {
                case SIGNED -> take(signed.opaque(cms));
                case ENVELOPED -> take(EnvelopeOpening.open(cms, keys, policy));
                case COMPRESSED -> take(CompressedOpening.open(cms, policy.bounds(), expanded()));
                case OTHER -> false;
            };
        } catch (MalformedCms | EOFException e) {
            reasons.add(new Reason(Reason.Code.MALFORMED, "not a CMS structure"));
            return false;
        }
    }

    private long expanded() {
        return layers.stream()
                .mapToLong(layer -> layer instanceof Layer.Compressed compressed ? compressed.octets() : 0)
                .sum();
    }

    private boolean take(Peeled peeled) {
        layers.add(peeled.layer());
        peeled.content().ifPresent(content -> part = content);
        return peeled.content().isPresent();
    }

    /** A layer, and what was inside of it. */
    record Peeled(Layer layer, Optional<Part> content) {}

    private Opened conclude() {
        HeaderReading headers = HeaderReading.of(message, part, layers);
        layers.replaceAll(new Attribution(headers.author(), policy)::of);
        boolean covered = false;
        List<SignerReport> signers = new ArrayList<>();
        for (Layer layer : layers) {
            covered |= layer instanceof Layer.Signed;
            reasons.addAll(layer.reasons());
            if (layer instanceof Layer.Signed signatures) {
                signatures.signers().forEach(signer -> reasons.addAll(signer.reasons()));
                signers.addAll(signatures.signers());
            }
        }
        reasons.addAll(headers.reasons());
        Verdict verdict = Verdict.of(reasons, signers, coverage(covered), policy);
        return new Opened(headers.shown(verdict.isTrusted()), layers, headers.report(verdict.isTrusted()), verdict);
    }

    private Coverage coverage(boolean covered) {
        if (covered) {
            return Coverage.WHOLE;
        }
        boolean inside = SignedInside.isIn(part);
        reasons.add(new Reason(
                inside ? Reason.Code.SIGNED_PART_INSIDE : Reason.Code.NOT_SIGNED, "the message is not signed"));
        return inside ? Coverage.PARTIAL : Coverage.NONE;
    }
}
