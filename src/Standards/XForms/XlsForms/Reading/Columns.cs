namespace Vaka.XForms.XlsForms;

/// <summary>Headings that XLSForm knows, and other names for them.</summary>
internal static class Columns
{
    public static readonly IReadOnlySet<string> Survey = Set("name label default guidance_hint instance query sms_field trigger bind choice_filter control hint media parameters type choices itemset list_name actions");

    public static readonly IReadOnlySet<string> Choices = Set("name label media sms_option");

    public static readonly IReadOnlySet<string> Entities = Set("dataset entity_id create_if update_if repeat label");

    public static readonly IReadOnlySet<string> Settings = Set("""
        name label bind control hint media type instance flat sms_field add_none_option allow_choice_duplicates attribute auto_delete auto_send choices
        clean_text_values client_editable default_language delimiter id_string instance_name instance_xmlns namespaces omit_instanceID prefix public_key
        sms_allow_media sms_date_format sms_datetime_format sms_keyword sms_response sms_separator style submission_url title version
        """);

    public static readonly IReadOnlyDictionary<string, string[]> SurveyAliases = Aliases("""
        compact_tag=instance,odk:tag read_only=bind,readonly readonly=bind,readonly relevant=bind,relevant relevance=bind,relevant caption=label
        appearance=control,appearance required=bind,required constraint=bind,constraint constraining_message=bind,jr:constraintMsg
        constraint_message=bind,jr:constraintMsg calculation=bind,calculate calculate=bind,calculate command=type tag=name value=name
        image=media,image big-image=media,big-image audio=media,audio video=media,video count=control,jr:count repeat_count=control,jr:count
        jr:count=control,jr:count autoplay=control,autoplay rows=control,rows noapperrorstring=bind,jr:noAppErrorString
        no_app_error_string=bind,jr:noAppErrorString requiredmsg=bind,jr:requiredMsg required_message=bind,jr:requiredMsg body=control
        save_to=bind,entities:saveto sms_field=sms_field sms_option=sms_option sms_separator=sms_separator sms_allow_media=sms_allow_media
        sms_date_format=sms_date_format sms_datetime_format=sms_datetime_format sms_response=sms_response
        """);

    public static readonly IReadOnlyDictionary<string, string[]> ListAliases = Aliases("""
        caption=label list_name=list_name value=name image=media,image big-image=media,big-image audio=media,audio video=media,video
        """);

    public static readonly IReadOnlyDictionary<string, string[]> EntityAliases = Aliases("list_name=dataset");

    public static readonly IReadOnlyDictionary<string, string[]> SettingsAliases = Aliases("form_title=title set_form_title=title form_id=id_string set_form_id=id_string prefix=prefix");

    private static HashSet<string> Set(string names) => [.. names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static Dictionary<string, string[]> Aliases(string pairs) =>
        Set(pairs).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1].Split(','), StringComparer.Ordinal);
}
