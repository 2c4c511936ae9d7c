package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import java.util.stream.Stream;

/**
 * Which capability enables which verb, and what happens without it: the one place that says so. The README of the module
 * shows the same table.
 */
enum Extension {
    ACL("RFC 4314", "access", "refused"),
    METADATA("RFC 5464", "metadata", "refused"),
    METADATA_SERVER("RFC 5464", "serverMetadata", "refused", "METADATA or METADATA-SERVER"),
    LIST_MYRIGHTS("RFC 8440", "ListQuery.withRights", "one command a folder, by ACL", "LIST-MYRIGHTS"),
    LIST_METADATA("RFC 9590", "ListQuery.withMetadata", "one command a folder, by METADATA", "LIST-METADATA"),
    CREATE_SPECIAL_USE("RFC 6154", "create(folder, use)", "refused", "CREATE-SPECIAL-USE"),
    QUOTA("RFC 9208", "quotas, quota", "refused"),
    QUOTASET("RFC 9208", "setQuota", "refused"),
    UTF8_ONLY("RFC 6855", "open, which enables UTF8=ACCEPT then", "nothing to do", "UTF8=ONLY"),
    UNAUTHENTICATE("RFC 8437", "loginAs", "refused"),
    JMAPACCESS("RFC 9698", "jmap", "refused"),
    LANGUAGE("RFC 5255", "languages, speak", "refused"),
    NAMESPACE("RFC 2342", "namespaces", "refused", "NAMESPACE or IMAP4REV2"),
    NOTIFY("RFC 5465", "notifyOf; Imap.watch of several folders at once", "refused; IDLE or asking"),
    IDLE("RFC 2177", "idle; Imap.watch", "refused; asking", "IDLE or IMAP4REV2"),
    MOVE("RFC 6851", "move", "COPY, then STORE and UID EXPUNGE of just those, by UIDPLUS", "MOVE or IMAP4REV2"),
    UIDPLUS("RFC 4315", "expunge(messages)", "refused", "UIDPLUS or IMAP4REV2"),
    UNSELECT("RFC 3691", "unselect", "EXAMINE and CLOSE", "UNSELECT or IMAP4REV2"),
    MULTIAPPEND("RFC 3502", "append of several messages, all or none", "one command a message"),
    BINARY("RFC 3516", "Fetch.binary", "refused; parts are decoded here", "BINARY or IMAP4REV2"),
    PREVIEW("RFC 8970", "Fetch.PREVIEW", "refused"),
    SORT("RFC 5256", "sort, page.sort", "refused"),
    ESORT("RFC 5267", "sort in few octets", "SORT"),
    SORT_DISPLAY("RFC 5957", "Sort.DISPLAY_FROM, Sort.DISPLAY_TO", "refused", "SORT=DISPLAY"),
    THREAD_ORDEREDSUBJECT("RFC 5256", "threads", "found here of what is fetched", "THREAD=ORDEREDSUBJECT"),
    THREAD_REFERENCES("RFC 5256", "threads", "found here of what is fetched", "THREAD=REFERENCES"),
    THREAD_REFS("draft-ietf-morg-inthread-01", "threads", "found here of what is fetched", "THREAD=REFS"),
    WITHIN("RFC 5032", "Search.younger, Search.older", "refused"),
    CONDSTORE("RFC 7162", "Search.modifiedSince, Fetch.MODSEQ, storeUnchanged", "refused", "CONDSTORE or QRESYNC"),
    SAVEDATE("RFC 8514", "Search.savedSince and its kin, Fetch.SAVE_DATE", "refused"),
    OBJECTID("RFC 8474", "Search.emailId, Search.threadId, Fetch.EMAIL_ID, Fetch.THREAD_ID", "refused"),
    FUZZY("RFC 6203", "Search.fuzzy, relevance, Sort.RELEVANCY", "refused", "SEARCH=FUZZY"),
    FILTERS("RFC 5466", "Search.filter", "refused"),
    MULTISEARCH("RFC 7377", "search(scope, question)", "refused"),
    SEARCHRES("RFC 5182", "where and page in one round trip", "numbers travel", "SEARCHRES or IMAP4REV2"),
    PARTIAL("RFC 9394", "page by its stretch alone, also from the end", "all numbers travel"),
    UIDBATCHES("RFC 10022", "batches", "found here of a search"),
    UIDONLY("RFC 9586", "enable(\"UIDONLY\"); sequence numbers are refused from then on", "nothing to do"),
    MESSAGELIMIT(
            "RFC 9738",
            "all verbs with sets or questions, in several commands; sort and threads here",
            "one command",
            "MESSAGELIMIT=n"),
    SAVELIMIT("RFC 9738", "copy and append, in several commands", "one command", "SAVELIMIT=n"),
    INPROGRESS("RFC 9585", "onProgress, Event.InProgress", "told of what comes and goes only"),
    CONTEXT_SEARCH("RFC 5267", "follow; page by its stretch alone", "refused; all numbers travel", "CONTEXT=SEARCH"),
    CONTEXT_SORT("RFC 5267", "follow and page in an order", "refused; all numbers travel", "CONTEXT=SORT"),
    REPLACE("RFC 8508", "replace", "APPEND, then STORE and UID EXPUNGE of just the old one"),
    CATENATE("RFC 4469", "append(folder, catenation)", "refused"),
    ANNOTATE("RFC 5257", "annotate, Fetch.annotation, Search.annotated", "refused", "ANNOTATE-EXPERIMENT-1"),
    GMAIL(
            "Gmail IMAP Extensions",
            "Search.gmail and its kin, Fetch.GMAIL_LABELS and its kin, addGmailLabels and its kin",
            "refused",
            "X-GM-EXT-1");

    private final String document;
    private final String verbs;
    private final String otherwise;
    private final String capabilities;

    Extension(String document, String verbs, String otherwise) {
        this(document, verbs, otherwise, "");
    }

    Extension(String document, String verbs, String otherwise, String capabilities) {
        this.document = document;
        this.verbs = verbs;
        this.otherwise = otherwise;
        this.capabilities = capabilities.isEmpty() ? name() : capabilities;
    }

    static Extension of(MessageThread.Algorithm algorithm) {
        return switch (algorithm) {
            case ORDEREDSUBJECT -> THREAD_ORDEREDSUBJECT;
            case REFERENCES -> THREAD_REFERENCES;
            case REFS -> THREAD_REFS;
        };
    }

    /** Any of its capabilities. */
    boolean isOffered(Conversation conversation) {
        return Stream.of(capabilities.split(" or ", -1)).anyMatch(conversation::has);
    }

    void need(Conversation conversation) {
        if (!isOffered(conversation)) {
            throw new UnsupportedOperationException("the server has no " + this);
        }
    }

    /** Its line of the table. */
    String line() {
        return "| " + this + " | " + document + " | " + verbs + " | " + otherwise + " |";
    }

    /** Gives the capabilities, as a server names them. */
    @Override
    public String toString() {
        return capabilities;
    }
}
