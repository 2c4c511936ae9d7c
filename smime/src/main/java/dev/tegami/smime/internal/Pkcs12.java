package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/**
 * The key entries of a PKCS #12 file (RFC 7292). A key store goes by the entries' names and keeps the last one of a name,
 * but a person's two keys, to sign and to read, often bear the person's.
 */
public final class Pkcs12 {
    private final List<PrivateKeyInfo> keys = new ArrayList<>();
    private final List<byte[]> keyIds = new ArrayList<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<byte[]> certificateIds = new ArrayList<>();

    private Pkcs12() {}

    /** A private key with its certificate, and those above it. */
    public record Entry(PrivateKey key, List<X509Certificate> chain) {
        public Entry {
            chain = List.copyOf(chain);
        }
    }

    public static List<Entry> read(byte[] file, char[] password) throws IOException {
        Pkcs12 store = new Pkcs12();
        try {
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(file);
            if (pfx.hasMac() && !isRight(pfx, password)) {
                throw new IOException("the password is wrong, or the file is damaged");
            }
            InputDecryptorProvider decryption = PasswordBounds.decryption(password);
            for (ContentInfo each : pfx.getContentInfos()) {
                store.add(each, decryption);
            }
            return store.entries();
        } catch (PKCSException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            throw new IOException("not a PKCS #12 file that can be read with this password", e);
        }
    }

    private static boolean isRight(PKCS12PfxPdu pfx, char[] password)
            throws PKCSException, IOException, OperatorCreationException {
        MacData stated = pfx.toASN1Structure().getMacData();
        PasswordBounds.iterations(stated.getIterationCount());
        AlgorithmIdentifier mac = stated.getMac().getAlgorithmId();
        if (mac.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            PasswordBounds.derivation(KeyDerivationFunc.getInstance(
                    PBMAC1Params.getInstance(mac.getParameters()).getKeyDerivationFunc()));
        }
        PKCS12MacCalculatorBuilderProvider provider =
                new JcePKCS12MacCalculatorBuilderProvider().setProvider(Crypto.BC);
        if (pfx.isMacValid(provider, password)) {
            return true;
        }
        // that compared how the algorithm is written as well, which is not always the same
        Pfx structure = pfx.toASN1Structure();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                mac.getAlgorithm(),
                new PKCS12PBEParams(stated.getSalt(), stated.getIterationCount().intValueExact()));
        MacCalculator computed = provider.get(algorithm).build(password);
        try (OutputStream out = computed.getOutputStream()) {
            out.write(ASN1OctetString.getInstance(structure.getAuthSafe().getContent())
                    .getOctets());
        }
        return MessageDigest.isEqual(computed.getMac(), stated.getMac().getDigest());
    }

    private void add(ContentInfo content, InputDecryptorProvider decryption) throws PKCSException, IOException {
        PKCS12SafeBagFactory bags = content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                ? new PKCS12SafeBagFactory(content, decryption)
                : new PKCS12SafeBagFactory(content);
        for (PKCS12SafeBag bag : bags.getSafeBags()) {
            if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
                certificates.add(Certificates.parse(certificate.getEncoded()));
                certificateIds.add(id(bag));
            } else if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
                keys.add(key.decryptPrivateKeyInfo(decryption));
                keyIds.add(id(bag));
            } else if (bag.getBagValue() instanceof PrivateKeyInfo key) {
                keys.add(key);
                keyIds.add(id(bag));
            }
        }
    }

    /** What ties a key to its certificate; empty where nothing does. */
    private static byte[] id(PKCS12SafeBag bag) {
        Attribute[] attributes = bag.getAttributes();
        return Arrays.stream(attributes == null ? new Attribute[0] : attributes)
                .filter(each -> each.getAttrType().equals(PKCS12SafeBag.localKeyIdAttribute))
                .map(each -> ASN1OctetString.getInstance(each.getAttributeValues()[0])
                        .getOctets())
                .findFirst()
                .orElse(new byte[0]);
    }

    private List<Entry> entries() throws GeneralSecurityException, IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Optional<X509Certificate> leaf = certificate(keyIds.get(i));
            if (leaf.isPresent()) {
                byte[] encoded = Der.of(keys.get(i));
                String kind =
                        keys.get(i).getPrivateKeyAlgorithm().getAlgorithm().getId();
                PrivateKey key =
                        KeyFactory.getInstance(kind, Crypto.BC).generatePrivate(new PKCS8EncodedKeySpec(encoded));
                entries.add(new Entry(key, chain(leaf.get())));
            }
        }
        return entries;
    }

    private Optional<X509Certificate> certificate(byte[] id) {
        for (int i = 0; i < certificates.size(); i++) {
            if (Arrays.equals(certificateIds.get(i), id)) {
                return Optional.of(certificates.get(i));
            }
        }
        return Optional.empty();
    }

    private List<X509Certificate> chain(X509Certificate leaf) {
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        Optional<X509Certificate> next = issuer(leaf);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = issuer(next.get());
        }
        return chain;
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate) {
        return certificates.stream()
                .filter(each -> each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst();
    }
}
