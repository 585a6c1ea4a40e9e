; ring.c, compiled by clang 14 with -O2 -gdwarf-5 -S -emit-llvm.
source_filename = "ring.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

%struct.ring = type { i32, i32, [16 x i64] }

; Function Attrs: nofree noinline norecurse nosync nounwind readonly uwtable
define dso_local i64 @sum(%struct.ring* nocapture noundef readonly %0) local_unnamed_addr #0 !dbg !9 {
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !25, metadata !DIExpression()), !dbg !29
  call void @llvm.dbg.value(metadata i64 0, metadata !26, metadata !DIExpression()), !dbg !29
  %2 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 1, !dbg !30
  %3 = load i32, i32* %2, align 4, !dbg !30, !tbaa !31
  call void @llvm.dbg.value(metadata i32 %3, metadata !27, metadata !DIExpression()), !dbg !36
  %4 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 0
  %5 = load i32, i32* %4, align 8, !tbaa !37
  call void @llvm.dbg.value(metadata i32 %3, metadata !27, metadata !DIExpression()), !dbg !36
  call void @llvm.dbg.value(metadata i64 0, metadata !26, metadata !DIExpression()), !dbg !29
  %6 = icmp eq i32 %3, %5, !dbg !38
  br i1 %6, label %7, label %9, !dbg !40

7:                                                ; preds = %9, %1
  %8 = phi i64 [ 0, %1 ], [ %15, %9 ], !dbg !29
  ret i64 %8, !dbg !41

9:                                                ; preds = %1, %9
  %10 = phi i32 [ %17, %9 ], [ %3, %1 ]
  %11 = phi i64 [ %15, %9 ], [ 0, %1 ]
  call void @llvm.dbg.value(metadata i32 %10, metadata !27, metadata !DIExpression()), !dbg !36
  call void @llvm.dbg.value(metadata i64 %11, metadata !26, metadata !DIExpression()), !dbg !29
  %12 = zext i32 %10 to i64, !dbg !42
  %13 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 2, i64 %12, !dbg !42
  %14 = load i64, i64* %13, align 8, !dbg !42, !tbaa !43
  %15 = add nsw i64 %14, %11, !dbg !45
  call void @llvm.dbg.value(metadata i64 %15, metadata !26, metadata !DIExpression()), !dbg !29
  call void @llvm.dbg.value(metadata i32 %10, metadata !46, metadata !DIExpression()), !dbg !51
  %16 = add i32 %10, 1, !dbg !53
  %17 = and i32 %16, 15, !dbg !54
  call void @llvm.dbg.value(metadata i32 %17, metadata !27, metadata !DIExpression()), !dbg !36
  %18 = icmp eq i32 %17, %5, !dbg !38
  br i1 %18, label %7, label %9, !dbg !40, !llvm.loop !55
}

; Function Attrs: nounwind uwtable
define dso_local i64 @ring_feed(%struct.ring* noundef %0, i64* nocapture noundef readonly %1, i32 noundef %2) local_unnamed_addr #1 !dbg !58 {
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !65, metadata !DIExpression()), !dbg !70
  call void @llvm.dbg.value(metadata i64* %1, metadata !66, metadata !DIExpression()), !dbg !70
  call void @llvm.dbg.value(metadata i32 %2, metadata !67, metadata !DIExpression()), !dbg !70
  call void @llvm.dbg.value(metadata i32 0, metadata !68, metadata !DIExpression()), !dbg !71
  %4 = icmp eq i32 %2, 0, !dbg !72
  br i1 %4, label %9, label %5, !dbg !74

5:                                                ; preds = %3
  %6 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 0
  %7 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 1
  %8 = zext i32 %2 to i64, !dbg !72
  br label %23, !dbg !74

9:                                                ; preds = %36, %3
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !75, metadata !DIExpression()) #4, !dbg !81
  call void @llvm.dbg.value(metadata i64 -1, metadata !80, metadata !DIExpression()) #4, !dbg !81
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !83, metadata !DIExpression()) #4, !dbg !89
  %10 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 0, !dbg !92
  %11 = load i32, i32* %10, align 8, !dbg !92, !tbaa !37
  call void @llvm.dbg.value(metadata i32 %11, metadata !46, metadata !DIExpression()) #4, !dbg !93
  %12 = add i32 %11, 1, !dbg !95
  %13 = and i32 %12, 15, !dbg !96
  %14 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 1, !dbg !97
  %15 = load i32, i32* %14, align 4, !dbg !97, !tbaa !31
  %16 = icmp eq i32 %13, %15, !dbg !98
  br i1 %16, label %17, label %18, !dbg !99

17:                                               ; preds = %9
  tail call void @overflow(%struct.ring* noundef nonnull %0) #4, !dbg !100
  br label %21, !dbg !102

18:                                               ; preds = %9
  %19 = zext i32 %11 to i64, !dbg !103
  %20 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 2, i64 %19, !dbg !103
  store i64 -1, i64* %20, align 8, !dbg !104, !tbaa !43
  call void @llvm.dbg.value(metadata i32 %11, metadata !46, metadata !DIExpression()) #4, !dbg !105
  store i32 %13, i32* %10, align 8, !dbg !107, !tbaa !37
  br label %21, !dbg !108

21:                                               ; preds = %17, %18
  %22 = tail call i64 @sum(%struct.ring* noundef nonnull %0), !dbg !109
  ret i64 %22, !dbg !110

23:                                               ; preds = %5, %36
  %24 = phi i64 [ 0, %5 ], [ %37, %36 ]
  call void @llvm.dbg.value(metadata i64 %24, metadata !68, metadata !DIExpression()), !dbg !71
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !75, metadata !DIExpression()) #4, !dbg !111
  call void @llvm.dbg.value(metadata i64 undef, metadata !80, metadata !DIExpression()) #4, !dbg !111
  call void @llvm.dbg.value(metadata %struct.ring* %0, metadata !83, metadata !DIExpression()) #4, !dbg !113
  %25 = load i32, i32* %6, align 8, !dbg !115, !tbaa !37
  call void @llvm.dbg.value(metadata i32 %25, metadata !46, metadata !DIExpression()) #4, !dbg !116
  %26 = add i32 %25, 1, !dbg !118
  %27 = and i32 %26, 15, !dbg !119
  %28 = load i32, i32* %7, align 4, !dbg !120, !tbaa !31
  %29 = icmp eq i32 %27, %28, !dbg !121
  br i1 %29, label %30, label %31, !dbg !122

30:                                               ; preds = %23
  tail call void @overflow(%struct.ring* noundef nonnull %0) #4, !dbg !123
  br label %36, !dbg !124

31:                                               ; preds = %23
  %32 = getelementptr inbounds i64, i64* %1, i64 %24, !dbg !125
  %33 = load i64, i64* %32, align 8, !dbg !125, !tbaa !43
  call void @llvm.dbg.value(metadata i64 %33, metadata !80, metadata !DIExpression()) #4, !dbg !111
  %34 = zext i32 %25 to i64, !dbg !126
  %35 = getelementptr inbounds %struct.ring, %struct.ring* %0, i64 0, i32 2, i64 %34, !dbg !126
  store i64 %33, i64* %35, align 8, !dbg !127, !tbaa !43
  call void @llvm.dbg.value(metadata i32 %25, metadata !46, metadata !DIExpression()) #4, !dbg !128
  store i32 %27, i32* %6, align 8, !dbg !130, !tbaa !37
  br label %36, !dbg !131

36:                                               ; preds = %30, %31
  %37 = add nuw nsw i64 %24, 1, !dbg !132
  call void @llvm.dbg.value(metadata i64 %37, metadata !68, metadata !DIExpression()), !dbg !71
  %38 = icmp eq i64 %37, %8, !dbg !72
  br i1 %38, label %9, label %23, !dbg !74, !llvm.loop !133
}

declare !dbg !135 void @overflow(%struct.ring* noundef) local_unnamed_addr #2

; Function Attrs: nofree nosync nounwind readnone speculatable willreturn
declare void @llvm.dbg.value(metadata, metadata, metadata) #3

attributes #0 = { nofree noinline norecurse nosync nounwind readonly uwtable "frame-pointer"="none" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { nounwind uwtable "frame-pointer"="none" "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #2 = { "frame-pointer"="none" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #3 = { nofree nosync nounwind readnone speculatable willreturn }
attributes #4 = { nounwind }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3, !4, !5, !6, !7}
!llvm.ident = !{!8}

!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, producer: "Debian clang version 14.0.6", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "ring.c", directory: "/ring", checksumkind: CSK_MD5, checksum: "cc67e34b72087dec0f923186e7513982")
!2 = !{i32 7, !"Dwarf Version", i32 5}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{i32 1, !"wchar_size", i32 4}
!5 = !{i32 7, !"PIC Level", i32 2}
!6 = !{i32 7, !"PIE Level", i32 2}
!7 = !{i32 7, !"uwtable", i32 1}
!8 = !{!"Debian clang version 14.0.6"}
!9 = distinct !DISubprogram(name: "sum", scope: !1, file: !1, line: 26, type: !10, scopeLine: 27, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !24)
!10 = !DISubroutineType(types: !11)
!11 = !{!12, !13}
!12 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!13 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !14, size: 64)
!14 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !15)
!15 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "ring", file: !1, line: 2, size: 1088, elements: !16)
!16 = !{!17, !19, !20}
!17 = !DIDerivedType(tag: DW_TAG_member, name: "head", scope: !15, file: !1, line: 2, baseType: !18, size: 32)
!18 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!19 = !DIDerivedType(tag: DW_TAG_member, name: "tail", scope: !15, file: !1, line: 2, baseType: !18, size: 32, offset: 32)
!20 = !DIDerivedType(tag: DW_TAG_member, name: "slots", scope: !15, file: !1, line: 2, baseType: !21, size: 1024, offset: 64)
!21 = !DICompositeType(tag: DW_TAG_array_type, baseType: !12, size: 1024, elements: !22)
!22 = !{!23}
!23 = !DISubrange(count: 16)
!24 = !{!25, !26, !27}
!25 = !DILocalVariable(name: "r", arg: 1, scope: !9, file: !1, line: 26, type: !13)
!26 = !DILocalVariable(name: "total", scope: !9, file: !1, line: 28, type: !12)
!27 = !DILocalVariable(name: "i", scope: !28, file: !1, line: 30, type: !18)
!28 = distinct !DILexicalBlock(scope: !9, file: !1, line: 30, column: 2)
!29 = !DILocation(line: 0, scope: !9)
!30 = !DILocation(line: 30, column: 23, scope: !28)
!31 = !{!32, !33, i64 4}
!32 = !{!"ring", !33, i64 0, !33, i64 4, !34, i64 8}
!33 = !{!"int", !34, i64 0}
!34 = !{!"omnipotent char", !35, i64 0}
!35 = !{!"Simple C/C++ TBAA"}
!36 = !DILocation(line: 0, scope: !28)
!37 = !{!32, !33, i64 0}
!38 = !DILocation(line: 30, column: 31, scope: !39)
!39 = distinct !DILexicalBlock(scope: !28, file: !1, line: 30, column: 2)
!40 = !DILocation(line: 30, column: 2, scope: !28)
!41 = !DILocation(line: 32, column: 2, scope: !9)
!42 = !DILocation(line: 31, column: 12, scope: !39)
!43 = !{!44, !44, i64 0}
!44 = !{!"long", !34, i64 0}
!45 = !DILocation(line: 31, column: 9, scope: !39)
!46 = !DILocalVariable(name: "i", arg: 1, scope: !47, file: !1, line: 6, type: !18)
!47 = distinct !DISubprogram(name: "next", scope: !1, file: !1, line: 6, type: !48, scopeLine: 7, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !50)
!48 = !DISubroutineType(types: !49)
!49 = !{!18, !18}
!50 = !{!46}
!51 = !DILocation(line: 0, scope: !47, inlinedAt: !52)
!52 = distinct !DILocation(line: 30, column: 47, scope: !39)
!53 = !DILocation(line: 8, column: 12, scope: !47, inlinedAt: !52)
!54 = !DILocation(line: 8, column: 17, scope: !47, inlinedAt: !52)
!55 = distinct !{!55, !40, !56, !57}
!56 = !DILocation(line: 31, column: 22, scope: !28)
!57 = !{!"llvm.loop.mustprogress"}
!58 = distinct !DISubprogram(name: "ring_feed", scope: !1, file: !1, line: 35, type: !59, scopeLine: 36, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !64)
!59 = !DISubroutineType(types: !60)
!60 = !{!12, !61, !62, !18}
!61 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !15, size: 64)
!62 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !63, size: 64)
!63 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !12)
!64 = !{!65, !66, !67, !68}
!65 = !DILocalVariable(name: "r", arg: 1, scope: !58, file: !1, line: 35, type: !61)
!66 = !DILocalVariable(name: "values", arg: 2, scope: !58, file: !1, line: 35, type: !62)
!67 = !DILocalVariable(name: "many", arg: 3, scope: !58, file: !1, line: 35, type: !18)
!68 = !DILocalVariable(name: "i", scope: !69, file: !1, line: 37, type: !18)
!69 = distinct !DILexicalBlock(scope: !58, file: !1, line: 37, column: 2)
!70 = !DILocation(line: 0, scope: !58)
!71 = !DILocation(line: 0, scope: !69)
!72 = !DILocation(line: 37, column: 25, scope: !73)
!73 = distinct !DILexicalBlock(scope: !69, file: !1, line: 37, column: 2)
!74 = !DILocation(line: 37, column: 2, scope: !69)
!75 = !DILocalVariable(name: "r", arg: 1, scope: !76, file: !1, line: 16, type: !61)
!76 = distinct !DISubprogram(name: "put", scope: !1, file: !1, line: 16, type: !77, scopeLine: 17, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !79)
!77 = !DISubroutineType(types: !78)
!78 = !{null, !61, !12}
!79 = !{!75, !80}
!80 = !DILocalVariable(name: "value", arg: 2, scope: !76, file: !1, line: 16, type: !12)
!81 = !DILocation(line: 0, scope: !76, inlinedAt: !82)
!82 = distinct !DILocation(line: 39, column: 2, scope: !58)
!83 = !DILocalVariable(name: "r", arg: 1, scope: !84, file: !1, line: 11, type: !13)
!84 = distinct !DISubprogram(name: "is_full", scope: !1, file: !1, line: 11, type: !85, scopeLine: 12, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !88)
!85 = !DISubroutineType(types: !86)
!86 = !{!87, !13}
!87 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!88 = !{!83}
!89 = !DILocation(line: 0, scope: !84, inlinedAt: !90)
!90 = distinct !DILocation(line: 18, column: 6, scope: !91, inlinedAt: !82)
!91 = distinct !DILexicalBlock(scope: !76, file: !1, line: 18, column: 6)
!92 = !DILocation(line: 13, column: 17, scope: !84, inlinedAt: !90)
!93 = !DILocation(line: 0, scope: !47, inlinedAt: !94)
!94 = distinct !DILocation(line: 13, column: 9, scope: !84, inlinedAt: !90)
!95 = !DILocation(line: 8, column: 12, scope: !47, inlinedAt: !94)
!96 = !DILocation(line: 8, column: 17, scope: !47, inlinedAt: !94)
!97 = !DILocation(line: 13, column: 29, scope: !84, inlinedAt: !90)
!98 = !DILocation(line: 13, column: 23, scope: !84, inlinedAt: !90)
!99 = !DILocation(line: 18, column: 6, scope: !76, inlinedAt: !82)
!100 = !DILocation(line: 19, column: 3, scope: !101, inlinedAt: !82)
!101 = distinct !DILexicalBlock(scope: !91, file: !1, line: 18, column: 18)
!102 = !DILocation(line: 20, column: 3, scope: !101, inlinedAt: !82)
!103 = !DILocation(line: 22, column: 2, scope: !76, inlinedAt: !82)
!104 = !DILocation(line: 22, column: 20, scope: !76, inlinedAt: !82)
!105 = !DILocation(line: 0, scope: !47, inlinedAt: !106)
!106 = distinct !DILocation(line: 23, column: 12, scope: !76, inlinedAt: !82)
!107 = !DILocation(line: 23, column: 10, scope: !76, inlinedAt: !82)
!108 = !DILocation(line: 24, column: 1, scope: !76, inlinedAt: !82)
!109 = !DILocation(line: 40, column: 9, scope: !58)
!110 = !DILocation(line: 40, column: 2, scope: !58)
!111 = !DILocation(line: 0, scope: !76, inlinedAt: !112)
!112 = distinct !DILocation(line: 38, column: 3, scope: !73)
!113 = !DILocation(line: 0, scope: !84, inlinedAt: !114)
!114 = distinct !DILocation(line: 18, column: 6, scope: !91, inlinedAt: !112)
!115 = !DILocation(line: 13, column: 17, scope: !84, inlinedAt: !114)
!116 = !DILocation(line: 0, scope: !47, inlinedAt: !117)
!117 = distinct !DILocation(line: 13, column: 9, scope: !84, inlinedAt: !114)
!118 = !DILocation(line: 8, column: 12, scope: !47, inlinedAt: !117)
!119 = !DILocation(line: 8, column: 17, scope: !47, inlinedAt: !117)
!120 = !DILocation(line: 13, column: 29, scope: !84, inlinedAt: !114)
!121 = !DILocation(line: 13, column: 23, scope: !84, inlinedAt: !114)
!122 = !DILocation(line: 18, column: 6, scope: !76, inlinedAt: !112)
!123 = !DILocation(line: 19, column: 3, scope: !101, inlinedAt: !112)
!124 = !DILocation(line: 20, column: 3, scope: !101, inlinedAt: !112)
!125 = !DILocation(line: 38, column: 10, scope: !73)
!126 = !DILocation(line: 22, column: 2, scope: !76, inlinedAt: !112)
!127 = !DILocation(line: 22, column: 20, scope: !76, inlinedAt: !112)
!128 = !DILocation(line: 0, scope: !47, inlinedAt: !129)
!129 = distinct !DILocation(line: 23, column: 12, scope: !76, inlinedAt: !112)
!130 = !DILocation(line: 23, column: 10, scope: !76, inlinedAt: !112)
!131 = !DILocation(line: 24, column: 1, scope: !76, inlinedAt: !112)
!132 = !DILocation(line: 37, column: 34, scope: !73)
!133 = distinct !{!133, !74, !134, !57}
!134 = !DILocation(line: 38, column: 19, scope: !69)
!135 = !DISubprogram(name: "overflow", scope: !1, file: !1, line: 4, type: !136, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized, retainedNodes: !138)
!136 = !DISubroutineType(types: !137)
!137 = !{null, !61}
!138 = !{}
