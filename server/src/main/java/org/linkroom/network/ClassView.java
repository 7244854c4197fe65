package org.linkroom.network;

import org.linkroom.activity.Needs;
import org.linkroom.base.Id;

/// A class with what its partner and its own adults read of it.
///
/// @param lead the lead teacher
/// @param leadName how the children call her
/// @param camera the school's setting: wide, hands or none
/// @param photos the school's setting: faces, no-faces or none
/// @param names the school's setting: first or none
public record ClassView(
    Id id,
    String label,
    int yearGroup,
    int size,
    String motto,
    Id school,
    String schoolName,
    String town,
    String phone,
    String camera,
    String photos,
    String names,
    Id lead,
    String leadName,
    Needs needs) {}
