package org.linkroom.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.parcel.ParcelAnswers;
import org.linkroom.parcel.Parcels;
import org.linkroom.records.Records;

/// The parcels that have come to an adult's classes and wait to be opened.
final class ParcelsCome {
  private final Parcels parcels;
  private final ParcelAnswers answers;

  ParcelsCome(Records records) {
    parcels = new Parcels(records);
    answers = new ParcelAnswers(records);
  }

  /// One, and whose it is.
  public record Come(Parcels.Parcel parcel, ClassView from) {}

  /// Those of a link.
  List<Come> of(LinkView link, Visit visit) {
    Set<Id> mine = link.mine(visit.me()).stream().map(ClassView::id).collect(Collectors.toSet());
    if (mine.isEmpty()) {
      return List.of();
    }
    var come =
        parcels.sent(link.id()).await().stream()
            .filter(parcel -> !mine.contains(parcel.classId()))
            .toList();
    var opened =
        answers.of(come.stream().map(Parcels.Parcel::id).toList()).await().stream()
            .filter(answer -> mine.contains(answer.classId()))
            .map(ParcelAnswers.Answer::parcel)
            .collect(Collectors.toSet());
    return come.stream()
        .filter(parcel -> !opened.contains(parcel.id()))
        .flatMap(parcel -> link.find(parcel.classId()).map(from -> new Come(parcel, from)).stream())
        .toList();
  }
}
