package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.CmsEnveloped;
import dev.tegami.smime.internal.Crypto;
import dev.tegami.smime.internal.MalformedCms;
import dev.tegami.smime.internal.Paths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** What we say of one case of the table, in words: {@code decrypted}, {@code trusted}, or the codes of the reasons. */
record CaseAnswer(String words, String text) {
    /** Old mail, judged for the time its signers claim. */
    private static final Policy OLD = Policy.standard()
            .accepting(Legacy.values())
            .time(Policy.Time.SIGNED)
            .revocation(Policy.Revocation.WHEN_KNOWN);

    private static final String ALICE = "alice@example.com";

    static CaseAnswer of(List<String> row) throws Exception {
        String file = row.get(0);
        String operation = row.get(1);
        List<String> with =
                row.get(2).equals("-") ? List.of() : List.of(row.get(2).split(","));
        if (operation.startsWith("load key store")) {
            return store(Corpora.der(Corpora.file(file)), row.get(3));
        }
        if (operation.equals("build path") || operation.equals("validate path")) {
            return path(file, with);
        }
        if (operation.equals("parse recipients")) {
            return recipients(file);
        }
        if (operation.contains("decrypt")) {
            return opened(file, keys(file, with, row.get(3)), Trust.nobody());
        }
        return opened(file, Keys.none(), file.startsWith("lamps-ml-dsa/") ? LampsKeys.of(file) : trust(with));
    }

    private static CaseAnswer opened(String file, Keys keys, Trust trust) throws IOException {
        Opened opened = Smime.open(message(file), keys, trust, OLD);
        String codes = opened.verdict().reasons().stream()
                .map(reason -> reason.code().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        String words = (opened.isDecrypted() ? "decrypted " : "") + (opened.isTrusted() ? "trusted " : "") + codes;
        return new CaseAnswer(words.strip(), new String(opened.message().toBytes(), StandardCharsets.ISO_8859_1));
    }

    private static Message message(String file) throws IOException {
        Path path = Corpora.file(file);
        if (file.endsWith("4.3.bin")) {
            byte[] content = Files.readAllBytes(Corpora.file("rfc4134/ExContent.bin"));
            return Raw.detached(ALICE, content, Files.readAllBytes(path));
        }
        if (!file.endsWith(".bin") && !file.endsWith(".pem") && !file.endsWith(".cms")) {
            return Message.parse(path);
        }
        return Raw.opaque(ALICE, Corpora.der(path));
    }

    private static Trust trust(List<String> files) throws Exception {
        List<X509Certificate> anchors = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (String each : files) {
            if (each.endsWith(".crl")) {
                lists.add(Corpora.revocations(each));
            } else {
                anchors.add(Corpora.certificate(each));
            }
        }
        return new Trust(anchors, List.of(), lists);
    }

    private static CaseAnswer path(String file, List<String> with) throws IOException {
        List<X509Certificate> known = new ArrayList<>();
        for (String each : with) {
            known.add(Corpora.certificate(each));
        }
        X509Certificate anchor = known.get(known.size() - 1);
        X509Certificate leaf = Corpora.certificate(file);
        Instant at = leaf.getNotBefore().toInstant().plusSeconds(3600);
        try {
            String names = new Paths(List.of(anchor), known)
                    .build(leaf, at).stream()
                            .map(each -> with.stream()
                                    .filter(name ->
                                            known.get(with.indexOf(name)).equals(each))
                                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                                    .findFirst()
                                    .orElse("leaf"))
                            .collect(Collectors.joining(" "));
            return new CaseAnswer("path " + names, "");
        } catch (GeneralSecurityException e) {
            return new CaseAnswer("NO_PATH", "");
        }
    }

    private static CaseAnswer recipients(String file) throws IOException {
        var content = Message.parse(Corpora.file(file)).root().content().orElseThrow();
        try {
            CmsEnveloped read =
                    CmsEnveloped.read(content.decoded(), Bounds.standard().cms());
            return new CaseAnswer("recipients " + read.recipients().count(), "");
        } catch (MalformedCms e) {
            return new CaseAnswer("MALFORMED", "");
        }
    }

    private static CaseAnswer store(byte[] octets, String password) throws IOException {
        Path file = Files.createTempFile("case", ".p12");
        try {
            Files.write(file, octets);
            String kinds = Keys.fromPkcs12(file, password.toCharArray()).identities().stream()
                    .map(each -> each.certificate().getPublicKey().getAlgorithm())
                    .sorted()
                    .collect(Collectors.joining(" "));
            return new CaseAnswer("keys " + kinds, "");
        } finally {
            Files.delete(file);
        }
    }

    private static Keys keys(String file, List<String> with, String password) throws Exception {
        if (with.isEmpty() || with.get(0).startsWith("raw ")) {
            return Keys.none();
        }
        Path key = Corpora.file(with.get(0));
        if (key.toString().endsWith(".p12")) {
            return Keys.of(Identity.fromPkcs12(key, password.toCharArray()));
        }
        if (key.toString().endsWith(".pri")) {
            PrivateKey read = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Corpora.der(key)));
            return Keys.of(Identity.of(read, certificate(file, key)));
        }
        return Keys.of(Identity.of(pem(key), certificate(file, key)));
    }

    private static PrivateKey pem(Path key) throws IOException {
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(key))) {
            Object read = parser.readObject();
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(Crypto.BC);
            return read instanceof PEMKeyPair pair
                    ? converter.getKeyPair(pair).getPrivate()
                    : converter.getPrivateKey((PrivateKeyInfo) read);
        }
    }

    private static X509Certificate certificate(String file, Path key) throws IOException {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        String name = String.valueOf(key.getFileName());
        return switch (name) {
            case "BobPrivRSAEncrypt.pri" -> Corpora.certificate(folder + "BobRSASignByCarl.cer");
            case "key.pem" -> Corpora.certificate(folder + "cert.pem");
            default -> Corpora.certificate(folder + name.replaceAll("-\\w+\\.priv", ".pem"));
        };
    }
}
