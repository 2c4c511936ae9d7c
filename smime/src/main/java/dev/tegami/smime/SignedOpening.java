package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.CanonicalLines;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.CmsSigned;
import dev.tegami.smime.internal.CmsType;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.MalformedCms;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Judges one signed layer. */
final class SignedOpening {
    /** A signature and two names. */
    private static final int LONGEST_RECEIPT = 1 << 17;

    private final Trust trust;
    private final Policy policy;

    SignedOpening(Trust trust, Policy policy) {
        this.trust = trust;
        this.policy = policy;
    }

    /** A multipart/signed: its first part is the content, whatever the judgement. */
    Opening.Peeled multipart(Part part) throws IOException {
        List<Part> parts = part.parts();
        String trouble = trouble(part);
        if (!trouble.isEmpty()) {
            return closed(Layer.Form.DETACHED, Reason.Code.BAD_MULTIPART_SIGNED, trouble, Optional.empty());
        }
        Part content = parts.get(0);
        try {
            Source cms = parts.get(1).content().orElseThrow().decoded();
            if (CmsType.of(cms) != CmsType.SIGNED) {
                throw new MalformedCms("no signature");
            }
            CmsSigned signed = CmsSigned.read(cms, policy.bounds().cms());
            if (signed.content() != null || !signed.contentType().equals(CMSObjectIdentifiers.data)) {
                return closed(
                        Layer.Form.DETACHED,
                        Reason.Code.BAD_MULTIPART_SIGNED,
                        "the signature is of something else",
                        Optional.of(content));
            }
            return new Opening.Peeled(detached(signed, content), Optional.of(content));
        } catch (MalformedCms | EOFException e) {
            return closed(Layer.Form.DETACHED, Reason.Code.MALFORMED, "no signature can be read", Optional.of(content));
        }
    }

    private static String trouble(Part part) {
        List<Part> parts = part.parts();
        if (parts.size() != 2) {
            return parts.size() + " parts";
        }
        Part second = parts.get(1);
        if (!Media.isSignature(second) || second.content().isEmpty()) {
            return "the second part is no signature";
        }
        return "";
    }

    private static Opening.Peeled closed(Layer.Form form, Reason.Code code, String detail, Optional<Part> content) {
        return new Opening.Peeled(
                new Layer.Signed(form, List.of(), Optional.empty(), List.of(new Reason(code, detail))), content);
    }

    private Layer detached(CmsSigned signed, Part content) throws IOException {
        Map<DigestAlgorithm, byte[]> digests = hash(content.raw(), signed.declared());
        List<Reason> reasons = new ArrayList<>();
        if (!fits(signed, digests) && !isBinary(content) && CanonicalLines.needed(content.raw())) {
            Map<DigestAlgorithm, byte[]> mended = hash(CanonicalLines.of(content.raw()), signed.declared());
            // without attributes only the canonical form can have been signed: nothing else is to be compared with
            if (fits(signed, mended) || !SignerAttributes.areIn(signed.signers())) {
                digests = mended;
                reasons.add(new Reason(Reason.Code.LINE_ENDS_MENDED, "line ends were not CRLF"));
            }
        }
        return judge(Layer.Form.DETACHED, signed, digests, reasons, startsAsSet(content.raw()));
    }

    /** Whether content could be the DER of signed attributes, which a signature without attributes must not cover. */
    private static boolean startsAsSet(Source content) throws IOException {
        try (InputStream in = content.open()) {
            return in.read() == 0x31;
        }
    }

    private static boolean isBinary(Part part) {
        return part.header()
                .first("Content-Transfer-Encoding")
                .map(field -> field.value().trim().equalsIgnoreCase("binary"))
                .orElse(false);
    }

    private static Map<DigestAlgorithm, byte[]> hash(Source source, List<DigestAlgorithm> algorithms)
            throws IOException {
        try (InputStream in = source.open()) {
            return CmsSigned.hash(in, algorithms);
        }
    }

    private static boolean fits(CmsSigned signed, Map<DigestAlgorithm, byte[]> digests) {
        return signed.signers().stream().anyMatch(signer -> SignerAttributes.digestFits(signer, digests));
    }

    /** A SignedData that holds its content. */
    Opening.Peeled opaque(Source cms) throws IOException {
        CmsSigned signed = CmsSigned.read(cms, policy.bounds().cms());
        Source content = signed.content();
        if (content != null && signed.contentType().equals(EssAttributes.RECEIPT)) {
            return receipt(signed, content);
        }
        if (content == null || !signed.contentType().equals(CMSObjectIdentifiers.data)) {
            return closed(Layer.Form.OPAQUE, Reason.Code.MALFORMED, "there is no mail inside", Optional.empty());
        }
        Layer layer = judge(Layer.Form.OPAQUE, signed, signed.digests(), new ArrayList<>(), startsAsSet(content));
        return new Opening.Peeled(layer, Optional.of(Message.parse(content).root()));
    }

    /** Nothing is inside but the receipt; that it is for a letter of ours is another question. */
    private Opening.Peeled receipt(CmsSigned signed, Source content) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        Optional<SignedReceipt> receipt = Optional.empty();
        try (InputStream in = content.open()) {
            receipt = Optional.of(EssAttributes.receipt(in.readNBytes(LONGEST_RECEIPT)));
        } catch (RuntimeException e) {
            reasons.add(new Reason(Reason.Code.MALFORMED, "not a receipt"));
        }
        Layer.Signed judged = judge(Layer.Form.OPAQUE, signed, signed.digests(), reasons, false);
        return new Opening.Peeled(
                new Layer.Signed(judged.form(), judged.signers(), receipt, judged.reasons()), Optional.empty());
    }

    private Layer.Signed judge(
            Layer.Form form,
            CmsSigned signed,
            Map<DigestAlgorithm, byte[]> digests,
            List<Reason> reasons,
            boolean set) {
        List<X509Certificate> certificates = Elements.all(signed.certificates(), Certificates::parse);
        certificates.addAll(trust.certificates());
        certificates.addAll(trust.anchors());
        List<X509CRL> lists = Elements.all(signed.crls(), Certificates::crl);
        lists.addAll(trust.revocations());
        List<OcspResponse> responses = Elements.all(signed.crls(), each -> OcspResponse.of(Certificates.ocsp(each)));
        responses.addAll(trust.responses());
        RevocationEvidence evidence = new RevocationEvidence(lists, responses);
        List<SignerReport> reports = new ArrayList<>();
        for (SignerInfo signer : signed.signers()) {
            reports.add(new SignerJudge(trust, policy, certificates, evidence, signed.contentType(), set)
                    .report(signer, digests));
        }
        if (reports.isEmpty()) {
            reasons.add(new Reason(Reason.Code.NO_SIGNERS, "a signature without a signer says nothing"));
        }
        policy.kinds().stream()
                .filter(each -> reports.stream().noneMatch(each::made))
                .sorted()
                .forEach(each -> reasons.add(
                        new Reason(Reason.Code.SIGNER_MISSING, "there is no signature by a key of the kind " + each)));
        return new Layer.Signed(form, reports, Optional.empty(), reasons);
    }
}
