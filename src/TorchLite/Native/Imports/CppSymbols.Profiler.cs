namespace TorchLite.Native;

/// <content>The profiler. Its arguments are objects of libstdc++'s, which are laid out by hand: Linux x64 only.</content>
internal static partial class CppSymbols
{
    /// <summary>
    /// <c>torch::profiler::impl::ExperimentalConfig::ExperimentalConfig(std::vector&lt;std::string&gt;, …)</c>.
    /// </summary>
    internal static readonly CppSymbol ExperimentalConfig = new(
        "_ZN5torch8profiler4impl18ExperimentalConfigC1ESt6vectorINSt7__cxx1112basic_stringIcSt11char_traitsIc"
        + "ESaIcEEESaIS9_EEbbSB_bbbbbbbS9_b");

    /// <summary>
    /// <c>torch::profiler::impl::ProfilerConfig::ProfilerConfig(ProfilerState, bool, …, ExperimentalConfig, std::string)</c>.
    /// </summary>
    internal static readonly CppSymbol ProfilerConfig = new(
        "_ZN5torch8profiler4impl14ProfilerConfigC1ENS1_13ProfilerStateEbbbbbNS1_18ExperimentalConfigENSt7__cx"
        + "x1112basic_stringIcSt11char_traitsIcESaIcEEE");

    /// <summary>
    /// <c>void torch::autograd::profiler::prepareProfiler(const ProfilerConfig&amp;, const std::set&lt;ActivityType&gt;&amp;)</c>.
    /// </summary>
    internal static readonly CppSymbol PrepareProfiler = new(
        "_ZN5torch8autograd8profiler15prepareProfilerERKNS_8profiler4impl14ProfilerConfigERKSt3setINS3_12Acti"
        + "vityTypeESt4lessIS8_ESaIS8_EE");

    /// <summary>
    /// <c>void torch::autograd::profiler::enableProfiler(const ProfilerConfig&amp;, const std::set&lt;ActivityType&gt;&amp;, …)</c>.
    /// </summary>
    internal static readonly CppSymbol EnableProfiler = new(
        "_ZN5torch8autograd8profiler14enableProfilerERKNS_8profiler4impl14ProfilerConfigERKSt3setINS3_12Activ"
        + "ityTypeESt4lessIS8_ESaIS8_EERKSt13unordered_setIN2at11RecordScopeESt4hashISH_ESt8equal_toISH_ESaISH_"
        + "EE");

    /// <summary><c>std::unique_ptr&lt;ProfilerResult&gt; torch::autograd::profiler::disableProfiler()</c>.</summary>
    internal static readonly CppSymbol DisableProfiler = new("_ZN5torch8autograd8profiler15disableProfilerEv");

    /// <summary><c>void torch::autograd::profiler::addMetadataJson(const std::string&amp;, const std::string&amp;)</c>.</summary>
    internal static readonly CppSymbol AddProfilerMetadata = new(
        "_ZN5torch8autograd8profiler15addMetadataJsonERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEES"
        + "9_");

    /// <summary><c>void torch::autograd::profiler::ProfilerResult::save(const std::string&amp;)</c>.</summary>
    internal static readonly CppSymbol SaveProfilerResult = new(
        "_ZN5torch8autograd8profiler14ProfilerResult4saveERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIc"
        + "EEE");

    /// <summary><c>torch::autograd::profiler::ProfilerResult::~ProfilerResult()</c>.</summary>
    internal static readonly CppSymbol DestroyProfilerResult = new("_ZN5torch8autograd8profiler14ProfilerResultD1Ev");

    /// <summary><c>at::RecordFunction::RecordFunction(at::RecordScope)</c>.</summary>
    internal static readonly CppSymbol MakeRecordFunction = new("_ZN2at14RecordFunctionC1ENS_11RecordScopeE");

    /// <summary>
    /// <c>void at::RecordFunction::before(std::variant&lt;std::string_view, …&gt;, int64_t)</c>.
    /// </summary>
    internal static readonly CppSymbol BeforeRecordFunction = new(
        "_ZN2at14RecordFunction6beforeESt7variantIJSt17basic_string_viewIcSt11char_traitsIcEESt17reference_wr"
        + "apperIKN3c1014FunctionSchemaEEEEl");

    /// <summary><c>at::RecordFunction::~RecordFunction()</c>.</summary>
    internal static readonly CppSymbol DestroyRecordFunction = new("_ZN2at14RecordFunctionD1Ev");

    /// <summary><c>std::string torch::autograd::profiler::KinetoEvent::name() const</c>.</summary>
    internal static readonly CppSymbol EventName = new("_ZNK5torch8autograd8profiler11KinetoEvent4nameB5cxx11Ev");

    /// <summary><c>c10::ArrayRef&lt;std::vector&lt;int64_t&gt;&gt; torch::autograd::profiler::KinetoEvent::shapes() const</c>.</summary>
    internal static readonly CppSymbol EventShapes = new("_ZNK5torch8autograd8profiler11KinetoEvent6shapesEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::startNs() const</c>.</summary>
    internal static readonly CppSymbol EventStart = new("_ZNK5torch8autograd8profiler11KinetoEvent7startNsEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::endNs() const</c>.</summary>
    internal static readonly CppSymbol EventEnd = new("_ZNK5torch8autograd8profiler11KinetoEvent5endNsEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::startThreadId() const</c>.</summary>
    internal static readonly CppSymbol EventThread = new("_ZNK5torch8autograd8profiler11KinetoEvent13startThreadIdEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::endThreadId() const</c>.</summary>
    internal static readonly CppSymbol EventEndThread = new("_ZNK5torch8autograd8profiler11KinetoEvent11endThreadIdEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::fwdThreadId() const</c>.</summary>
    internal static readonly CppSymbol EventForwardThread = new("_ZNK5torch8autograd8profiler11KinetoEvent11fwdThreadIdEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::correlationId() const</c>.</summary>
    internal static readonly CppSymbol EventId = new("_ZNK5torch8autograd8profiler11KinetoEvent13correlationIdEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::linkedCorrelationId() const</c>.</summary>
    internal static readonly CppSymbol EventLinkedId = new("_ZNK5torch8autograd8profiler11KinetoEvent19linkedCorrelationIdEv");

    /// <summary><c>int64_t torch::autograd::profiler::KinetoEvent::sequenceNr() const</c>.</summary>
    internal static readonly CppSymbol EventSequence = new("_ZNK5torch8autograd8profiler11KinetoEvent10sequenceNrEv");

    /// <summary><c>uint8_t torch::autograd::profiler::KinetoEvent::scope() const</c>.</summary>
    internal static readonly CppSymbol EventScope = new("_ZNK5torch8autograd8profiler11KinetoEvent5scopeEv");

    /// <summary><c>c10::DeviceType torch::autograd::profiler::KinetoEvent::deviceType() const</c>.</summary>
    internal static readonly CppSymbol EventDeviceType = new("_ZNK5torch8autograd8profiler11KinetoEvent10deviceTypeEv");

    /// <summary><c>int torch::autograd::profiler::KinetoEvent::deviceIndex() const</c>.</summary>
    internal static readonly CppSymbol EventDeviceIndex = new("_ZNK5torch8autograd8profiler11KinetoEvent11deviceIndexEv");

    /// <summary><c>bool torch::autograd::profiler::KinetoEvent::isAsync() const</c>.</summary>
    internal static readonly CppSymbol EventIsAsync = new("_ZNK5torch8autograd8profiler11KinetoEvent7isAsyncEv");

    /// <summary><c>int64_t torch::autograd::profiler::KinetoEvent::nBytes() const</c>.</summary>
    internal static readonly CppSymbol EventBytes = new("_ZNK5torch8autograd8profiler11KinetoEvent6nBytesEv");

    /// <summary><c>uint64_t torch::autograd::profiler::KinetoEvent::flops() const</c>.</summary>
    internal static readonly CppSymbol EventFlops = new("_ZNK5torch8autograd8profiler11KinetoEvent5flopsEv");

    /// <summary><c>uint8_t torch::autograd::profiler::KinetoEvent::activityType() const</c>.</summary>
    internal static readonly CppSymbol EventActivity = new("_ZNK5torch8autograd8profiler11KinetoEvent12activityTypeEv");

    internal static IEnumerable<CppSymbol> Profiler =>
    [
        ExperimentalConfig, ProfilerConfig, PrepareProfiler, EnableProfiler, DisableProfiler, AddProfilerMetadata, SaveProfilerResult,
        DestroyProfilerResult, MakeRecordFunction, BeforeRecordFunction, DestroyRecordFunction, EventName, EventShapes, EventStart,
        EventEnd, EventThread, EventEndThread, EventForwardThread, EventId, EventLinkedId, EventSequence, EventScope, EventDeviceType,
        EventDeviceIndex, EventIsAsync, EventBytes, EventFlops, EventActivity,
    ];
}
