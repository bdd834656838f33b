namespace TorchLite.Native;

/// <content>
/// Process groups: c10d with Gloo, which libtorch's package for Linux x64 has in it. What is virtual is found by its function's place in a
/// table of virtual functions.
/// </content>
internal static partial class CppSymbols
{
    private const string CppText = "NSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
    private const string CppBytes = "St6vectorIhSaIhEE";
    private const string CppTextList = "St6vectorI" + CppText + "SaIS7_EE";
    private const string CppMilliseconds = "NSt6chrono8durationIlSt5ratioILl1ELl1000EEEE";
    private const string CppTensors = "ERSt6vectorIN2at6TensorESaIS3_EE";
    private const string CppTensorLists = "ERSt6vectorIS1_IN2at6TensorESaIS3_EESaIS5_EERS5_";
    private const string CppTensorsAndLists = "ERSt6vectorIN2at6TensorESaIS3_EERS1_IS5_SaIS5_EE";
    private const string CppTwoTensors = "ERN2at6TensorES3_";
    private const string Gloo = "_ZN4c10d16ProcessGroupGloo";

    /// <summary><c>c10d::TCPStore::TCPStore(std::string, const TCPStoreOptions&amp;)</c>.</summary>
    internal static readonly CppSymbol MakeTcpStore = new("_ZN4c10d8TCPStoreC1E" + CppText + "RKNS_15TCPStoreOptionsE");

    /// <summary><c>c10d::FileStore::FileStore(std::string, int)</c>.</summary>
    internal static readonly CppSymbol MakeFileStore = new("_ZN4c10d9FileStoreC1E" + CppText + "i");

    /// <summary><c>c10d::PrefixStore::PrefixStore(std::string, c10::intrusive_ptr&lt;Store&gt;)</c>.</summary>
    internal static readonly CppSymbol MakePrefixStore = new(
        "_ZN4c10d11PrefixStoreC1E" + CppText + "N3c1013intrusive_ptrINS_5StoreENS7_6detail34intrusive_target_default_null_typeIS9_EEEE");

    /// <summary>The table of virtual functions of c10d::HashStore, whose constructor is inline.</summary>
    internal static readonly CppSymbol HashStore = new("_ZTVN4c10d9HashStoreE");

    /// <summary>The table of virtual functions of c10d::PrefixStore, by which the places of a store's are found.</summary>
    internal static readonly CppSymbol PrefixStore = new("_ZTVN4c10d11PrefixStoreE");

    /// <summary>The virtual functions of a store, as c10d::PrefixStore has them.</summary>
    internal static readonly CppSymbol
        StoreSet = new("_ZN4c10d11PrefixStore3setERK" + CppText + "RK" + CppBytes),
        StoreGet = new("_ZN4c10d11PrefixStore3getERK" + CppText),
        StoreAdd = new("_ZN4c10d11PrefixStore3addERK" + CppText + "l"),
        StoreCompareSet = new("_ZN4c10d11PrefixStore10compareSetERK" + CppText + "RK" + CppBytes + "SD_"),
        StoreDeleteKey = new("_ZN4c10d11PrefixStore9deleteKeyERK" + CppText),
        StoreCheck = new("_ZN4c10d11PrefixStore5checkERK" + CppTextList),
        StoreNumKeys = new("_ZN4c10d11PrefixStore10getNumKeysEv"),
        StoreWait = new("_ZN4c10d11PrefixStore4waitERK" + CppTextList + "RK" + CppMilliseconds),
        StoreGetTimeout = new("_ZNK4c10d11PrefixStore10getTimeoutEv"),
        StoreSetTimeout = new("_ZN4c10d11PrefixStore10setTimeoutERK" + CppMilliseconds);

    /// <summary>
    /// <c>static c10::intrusive_ptr&lt;Options&gt; c10d::ProcessGroupGloo::Options::create_default(std::chrono::milliseconds)</c>.
    /// </summary>
    internal static readonly CppSymbol MakeGlooOptions = new(Gloo + "7Options14create_defaultE" + CppMilliseconds);

    /// <summary>
    /// <c>c10d::ProcessGroupGloo::ProcessGroupGloo(const c10::intrusive_ptr&lt;Store&gt;&amp;, int, int,
    /// c10::intrusive_ptr&lt;Options&gt;)</c>.
    /// </summary>
    internal static readonly CppSymbol MakeGloo = new(
        Gloo + "C1ERKN3c1013intrusive_ptrINS_5StoreENS1_6detail34intrusive_target_default_null_typeIS3_EEEEii"
        + "NS2_INS0_7OptionsENS5_ISA_EEEE");

    /// <summary>
    /// <c>c10d::ProcessGroupWrapper::ProcessGroupWrapper(const c10::intrusive_ptr&lt;Backend&gt;&amp;,
    /// c10::intrusive_ptr&lt;Backend&gt;)</c>.
    /// </summary>
    internal static readonly CppSymbol MakeWrapper = new(
        "_ZN4c10d19ProcessGroupWrapperC1ERKN3c1013intrusive_ptrINS_7BackendENS1_6detail34intrusive_target_default_null_typeIS3_EEEES7_");

    /// <summary><c>c10d::ProcessGroup::ProcessGroup(c10::intrusive_ptr&lt;Store&gt;, int, int)</c>.</summary>
    internal static readonly CppSymbol MakeProcessGroup = new(
        "_ZN4c10d12ProcessGroupC1EN3c1013intrusive_ptrINS_5StoreENS1_6detail34intrusive_target_default_null_typeIS3_EEEEii");

    /// <summary><c>c10::intrusive_ptr&lt;Backend&gt; c10d::ProcessGroup::getBackend(c10::DeviceType)</c>.</summary>
    internal static readonly CppSymbol GetBackend = new("_ZN4c10d12ProcessGroup10getBackendEN3c1010DeviceTypeE");

    /// <summary><c>void c10d::ProcessGroup::setGroupName(const std::string&amp;)</c>.</summary>
    internal static readonly CppSymbol SetGroupName = new("_ZN4c10d12ProcessGroup12setGroupNameERK" + CppText);

    /// <summary><c>void c10d::ProcessGroup::setGroupDesc(const std::string&amp;)</c>.</summary>
    internal static readonly CppSymbol SetGroupDesc = new("_ZN4c10d12ProcessGroup12setGroupDescERK" + CppText);

    /// <summary><c>void c10d::setDebugLevel(c10d::DebugLevel)</c>.</summary>
    internal static readonly CppSymbol SetDebugLevel = new("_ZN4c10d13setDebugLevelENS_10DebugLevelE");

    /// <summary>
    /// The tables of virtual functions of c10d::ProcessGroupGloo, c10d::ProcessGroupWrapper, c10d::Work and c10d::ReduceOp.
    /// </summary>
    internal static readonly CppSymbol
        GlooTable = new("_ZTVN4c10d16ProcessGroupGlooE"),
        WrapperTable = new("_ZTVN4c10d19ProcessGroupWrapperE"),
        WorkTable = new("_ZTVN4c10d4WorkE"),
        ReduceOpTable = new("_ZTVN4c10d8ReduceOpE");

    /// <summary>
    /// The virtual functions of a backend, as c10d::ProcessGroupGloo has them, and one that only c10d::ProcessGroupWrapper has.
    /// </summary>
    internal static readonly CppSymbol
        BackendAllReduce = new(Gloo + "9allreduce" + CppTensors + "RKNS_16AllreduceOptionsE"),
        BackendBroadcast = new(Gloo + "9broadcast" + CppTensors + "RKNS_16BroadcastOptionsE"),
        BackendReduce = new(Gloo + "6reduce" + CppTensors + "RKNS_13ReduceOptionsE"),
        BackendAllGather = new(Gloo + "9allgather" + CppTensorLists + "RKNS_16AllgatherOptionsE"),
        BackendAllGatherBase = new(Gloo + "15_allgather_base" + CppTwoTensors + "RKNS_16AllgatherOptionsE"),
        BackendGather = new(Gloo + "6gather" + CppTensorLists + "RKNS_13GatherOptionsE"),
        BackendScatter = new(Gloo + "7scatter" + CppTensorsAndLists + "RKNS_14ScatterOptionsE"),
        BackendReduceScatter = new(Gloo + "14reduce_scatter" + CppTensorsAndLists + "RKNS_20ReduceScatterOptionsE"),
        BackendReduceScatterBase = new(Gloo + "20_reduce_scatter_base" + CppTwoTensors + "RKNS_20ReduceScatterOptionsE"),
        BackendAllToAllBase = new(Gloo + "13alltoall_base" + CppTwoTensors + "RSt6vectorIlSaIlEES7_RKNS_15AllToAllOptionsE"),
        BackendAllToAll = new("_ZN4c10d19ProcessGroupWrapper8alltoall" + CppTensors + "S6_RKNS_15AllToAllOptionsE"),
        BackendMonitoredBarrier = new(Gloo + "16monitoredBarrierERKNS_14BarrierOptionsEb"),
        BackendSend = new(Gloo + "4send" + CppTensors + "ii"),
        BackendRecv = new(Gloo + "4recv" + CppTensors + "ii"),
        BackendRecvAnysource = new(Gloo + "13recvAnysource" + CppTensors + "i"),
        BackendBarrier = new(Gloo + "7barrierERKNS_14BarrierOptionsE");

    /// <summary>The virtual functions of c10d::Work.</summary>
    internal static readonly CppSymbol
        WorkWait = new("_ZN4c10d4Work4waitE" + CppMilliseconds),
        WorkIsCompleted = new("_ZN4c10d4Work11isCompletedEv"),
        WorkIsSuccess = new("_ZNK4c10d4Work9isSuccessEv"),
        WorkSourceRank = new("_ZNK4c10d4Work10sourceRankEv");

    internal static IEnumerable<CppSymbol> Distributed =>
    [
        MakeTcpStore, MakeFileStore, MakePrefixStore, HashStore, PrefixStore, StoreSet, StoreGet, StoreAdd, StoreCompareSet, StoreDeleteKey,
        StoreCheck, StoreNumKeys, StoreWait, StoreGetTimeout, StoreSetTimeout, MakeGlooOptions, MakeGloo, MakeWrapper, MakeProcessGroup,
        GetBackend, SetGroupName, SetGroupDesc, SetDebugLevel, GlooTable, WrapperTable, WorkTable, ReduceOpTable, BackendAllReduce,
        BackendBroadcast, BackendReduce, BackendAllGather, BackendAllGatherBase, BackendGather, BackendScatter, BackendReduceScatter,
        BackendReduceScatterBase, BackendAllToAllBase, BackendAllToAll, BackendMonitoredBarrier, BackendSend, BackendRecv,
        BackendRecvAnysource, BackendBarrier, WorkWait, WorkIsCompleted, WorkIsSuccess, WorkSourceRank,
    ];
}
