package dev.tegami.imap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The algorithm ORDEREDSUBJECT (RFC 5256 §3), here. */
final class ThreadBySubject implements Threading {
    private final Map<String, List<ThreadNode>> bySubject = new LinkedHashMap<>();

    @Override
    public void add(ThreadNode message, String id, List<String> references) {
        bySubject.computeIfAbsent(message.subject, text -> new ArrayList<>()).add(message);
    }

    @Override
    public List<MessageThread> threads() {
        List<ThreadNode> roots = new ArrayList<>();
        for (List<ThreadNode> same : bySubject.values()) {
            same.sort(ThreadNode.SENT);
            ThreadNode root = same.get(0);
            root.children.addAll(same.subList(1, same.size()));
            roots.add(root);
        }
        roots.sort(ThreadNode.SENT);
        return roots.stream().map(ThreadNode::thread).toList();
    }
}
