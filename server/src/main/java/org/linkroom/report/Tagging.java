package org.linkroom.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/// What each piece of a document is (ISO 32000-1, 14.7 and 14.8), so that it can be read aloud in
/// its order and a table as a table.
final class Tagging {
  private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
  private final PDStructureElement whole;
  private final Map<PDPage, COSArray> parents = new LinkedHashMap<>();

  Tagging(PDDocument document) {
    var catalog = document.getDocumentCatalog();
    var info = new PDMarkInfo();
    info.setMarked(true);
    catalog.setMarkInfo(info);
    catalog.setStructureTreeRoot(tree);
    whole = add(tree, "Document");
  }

  /// The document itself.
  PDStructureElement whole() {
    return whole;
  }

  private static PDStructureElement add(PDStructureNode parent, String type) {
    var element = new PDStructureElement(type, parent);
    parent.appendKid(element);
    return element;
  }

  /// A part of another part: H1, P, Table, TR, TH, TD.
  PDStructureElement add(PDStructureElement parent, String type) {
    return add((PDStructureNode) parent, type);
  }

  /// A heading in a table.
  ///
  /// @param scope Column or Row
  PDStructureElement heading(PDStructureElement row, String scope) {
    var element = add(row, "TH");
    var attribute = new PDTableAttributeObject();
    attribute.setScope(scope);
    element.addAttribute(attribute);
    return element;
  }

  /// What is drawn from here to `end` is this part.
  void begin(PDPage page, PDPageContentStream out, PDStructureElement element) throws IOException {
    var ofPage = parents.computeIfAbsent(page, first -> new COSArray());
    int number = ofPage.size();
    ofPage.add(element.getCOSObject());
    element.setPage(page);
    element.appendKid(number);
    out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), number);
  }

  /// What is drawn from here to `end` is of the paper, not of the text: rules, page numbers, and a
  /// head that is there once more.
  static void decoration(PDPageContentStream out) throws IOException {
    out.beginMarkedContent(COSName.ARTIFACT);
  }

  static void end(PDPageContentStream out) throws IOException {
    out.endMarkedContent();
  }

  /// Say on each page which part each piece belongs to; the last step.
  void finish() {
    var numbers = new HashMap<Integer, PDParentTreeValue>();
    parents.forEach(
        (page, ofPage) -> {
          int number = numbers.size();
          page.setStructParents(number);
          numbers.put(number, new PDParentTreeValue(ofPage));
        });
    var node = new PDNumberTreeNode(PDParentTreeValue.class);
    node.setNumbers(numbers);
    tree.setParentTree(node);
    tree.setParentTreeNextKey(numbers.size());
  }
}
